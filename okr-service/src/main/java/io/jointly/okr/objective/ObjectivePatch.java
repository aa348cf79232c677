package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the API description shows a merge patch of an objective: every field may be left out. */
@Schema(description = "What shall be different; what is left out stays as it is.")
record ObjectivePatch(
        @Schema(description = "Code of another cycle", examples = "2027-q1") String cycle,
        @Schema(maxLength = 200) String title,
        @Schema(maxLength = 2000) String why,
        Ambition kind,
        @Schema(
                        description =
                                "All owners, as they shall be; none leaves but by its own head",
                        examples = "[\"hr\", \"it\"]")
                List<String> owners,
        @Schema(description = "All links, as they shall be") List<Link> links,
        @Schema(
                        description =
                                "The shares of all owners, as they shall be. Left out while the owners change, or null: even ones",
                        nullable = true)
                List<ProposedShare> shares) {}
