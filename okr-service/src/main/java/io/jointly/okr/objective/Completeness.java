package io.jointly.okr.objective;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The three parts that make an objective joint in more than name. */
@Schema(description = "The three parts that make an objective joint in more than name.")
public record Completeness(
        @Schema(description = "Two or more owners, and a key result that they are all scored by")
                boolean sharedGoal,
        @Schema(description = "All owners accepted, and their risk shares make 100 percent")
                boolean sharedAccountability,
        @Schema(
                        description =
                                "All owners said what is in it for them, and their reward shares make 100 percent")
                boolean sharedValue) {}
