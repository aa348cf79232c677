package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a report tells of the handoffs in a stream: the most frequent pairs. */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(
        name = "ReportedHandoffs",
        title = "Handoffs",
        description = "Who hands work to whom, most frequent first.")
public record HandoffsPart(
        @Schema(title = "Handoffs", description = "All handoffs", examples = "19087") long total,
        @Schema(
                        title = "Pairs that hand over",
                        description = "Distinct pairs; the list may show fewer",
                        examples = "1060")
                long pairs,
        @Schema(title = "Most frequent pairs", description = "The most frequent pairs, 200 at most")
                List<Pair> items) {

    /** The report's own bound, whatever a service sends. */
    HandoffsPart cutTo(int most) {
        return items.size() <= most
                ? this
                : new HandoffsPart(total, pairs, List.copyOf(items.subList(0, most)));
    }

    @JsonProperty
    @Schema(
            title = "More pairs than shown",
            description = "Whether the list leaves pairs out, the rarest ones",
            examples = "true")
    public boolean isTruncated() {
        return pairs > items.size();
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    @Schema(
            name = "ReportedHandoff",
            title = "Handoff",
            description = "One carrier handing work to another.")
    public record Pair(
            @Schema(title = "From", description = "Who hands over", examples = "Group 20")
                    String from,
            @Schema(title = "To", description = "Who takes over", examples = "Group 70") String to,
            @Schema(title = "Handoffs", description = "How often", examples = "1088") long count,
            @Schema(
                            title = "Mean wait in hours",
                            description = "Mean wait for the next event, in hours",
                            examples = "16.658")
                    BigDecimal meanWaitHours,
            @Schema(
                            title = "85th percentile of the wait in hours",
                            description = "85th percentile of that wait, in hours",
                            examples = "24.5")
                    BigDecimal p85WaitHours) {}
}
