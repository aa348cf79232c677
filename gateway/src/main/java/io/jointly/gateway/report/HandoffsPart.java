package io.jointly.gateway.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
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

    HandoffsPart named(UnaryOperator<String> nameOf) {
        return new HandoffsPart(
                total, pairs, items.stream().map(pair -> pair.named(nameOf)).toList());
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
            @Schema(
                            title = "Code of the giver",
                            description =
                                    "Who hands over: the name of a team, or the code of a department",
                            examples = "Group 20",
                            extensions = @Extension(name = StreamPart.SHOWN_BY, value = "fromName"))
                    String from,
            @Schema(
                            title = "Code of the taker",
                            description =
                                    "Who takes over: the name of a team, or the code of a department",
                            examples = "Group 70",
                            extensions = @Extension(name = StreamPart.SHOWN_BY, value = "toName"))
                    String to,
            @Schema(
                            title = "From",
                            description = "What people call who hands over",
                            examples = "Group 20")
                    String fromName,
            @Schema(
                            title = "To",
                            description = "What people call who takes over",
                            examples = "Group 70")
                    String toName,
            @Schema(title = "Handoffs", description = "How often", examples = "1088") long count,
            @Schema(
                            title = "Mean wait",
                            description = "Mean wait for the next event, in hours",
                            examples = "16.658")
                    BigDecimal meanWaitHours,
            @Schema(
                            title = "85th percentile of the wait",
                            description = "85th percentile of that wait, in hours",
                            examples = "24.5")
                    BigDecimal p85WaitHours) {

        Pair named(UnaryOperator<String> nameOf) {
            return new Pair(
                    from,
                    to,
                    nameOf.apply(from),
                    nameOf.apply(to),
                    count,
                    meanWaitHours,
                    p85WaitHours);
        }
    }
}
