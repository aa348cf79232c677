package io.jointly.governance.link;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.jointly.kit.link.Link;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A link as callers see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "A link to a record, and whether its owner has confirmed it.")
public record LinkedRecord(
        Link link,
        @Schema(
                        description =
                                "Whether the owning service has confirmed that the record exists; false while that service did not answer")
                boolean verified,
        @Schema(
                        description =
                                "True when the owning service, asked later, said that there is no such record; absent otherwise")
                Boolean missing) {}
