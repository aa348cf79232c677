package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link with what is known of it. */
@Schema(name = "ObjectiveLink", description = "A link with what is known of it.")
public record LinkView(
        Link link,
        @Schema(
                        description =
                                "Whether the owning service knows the record; false while it has not answered, which is asked again until it has")
                boolean verified,
        @Schema(
                        description =
                                "True when the owning service, asked again later, said that there is no such record")
                boolean missing) {}
