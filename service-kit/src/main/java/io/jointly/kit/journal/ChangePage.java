package io.jointly.kit.journal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stretch of the change feed. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "A stretch of the change feed, in the order of commits, without gaps.")
public record ChangePage(
        List<CloudEvent> items,
        @Schema(description = "Send as `after` to go on, now or later; always given")
                String next) {}
