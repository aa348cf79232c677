package io.jointly.gateway.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneOffset;

/** The report as one tidy table: a figure per row, ready for a pivot table. */
final class FlowAndHandoffsCsv {
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final CsvWriter csv;

    private FlowAndHandoffsCsv(CsvWriter csv) {
        this.csv = csv;
    }

    /**
     * Tells files of several streams and days apart; a code has no character that needs quoting.
     */
    static String fileName(FlowAndHandoffs report) {
        return "flow-and-handoffs_%s_%s.csv"
                .formatted(
                        report.code(), report.generatedAt().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    static String of(FlowAndHandoffs report) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            new FlowAndHandoffsCsv(csv).write(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void write(FlowAndHandoffs report) {
        csv.writeRecord("part", "measure", "from", "to", "value", "unit", "from-name", "to-name");
        stream(report);
        if (report.flow() != null) {
            flow(report.flow());
        }
        if (report.handoffs() != null) {
            handoffs(report.handoffs());
        }
        report.partial()
                .forEach(missing -> record("partial", missing.part(), missing.reason(), ""));
    }

    private void stream(FlowAndHandoffs report) {
        text("stream", "code", report.code());
        if (report.stream() != null) {
            text("stream", "name", report.stream().name());
            text("stream", "outcome", report.stream().outcome());
            text("stream", "owners", String.join(" ", report.stream().owners()));
            text("stream", "owner-names", String.join(", ", report.stream().ownerNames()));
        }
        text("stream", "level", report.level());
        text("stream", "period-from", report.from());
        text("stream", "period-to", report.to());
        text("stream", "generated-at", report.generatedAt().toString());
    }

    private void flow(FlowPart flow) {
        figure("work-items", flow.workItems(), "items");
        figure("done", flow.done(), "items");
        figure("open", flow.open(), "items");
        figure("events", flow.events(), "events");
        figure("mean-flow-time", flow.meanFlowTimeHours(), "hours");
        if (flow.flowTime() != null) {
            figure("p50-flow-time", hours(flow.flowTime().p50()), "hours");
            figure("p85-flow-time", hours(flow.flowTime().p85()), "hours");
            figure("p95-flow-time", hours(flow.flowTime().p95()), "hours");
        }
        figure("efficiency", flow.efficiency(), "ratio");
        if (flow.handoffs() != null) {
            figure("handoffs", flow.handoffs().total(), "handoffs");
            figure("handoffs-per-item", flow.handoffs().mean(), "handoffs");
            figure("items-with-handoff", flow.handoffs().items(), "items");
            figure("most-handoffs-in-one-item", flow.handoffs().max(), "handoffs");
        }
        if (flow.pingPong() != null) {
            figure("ping-pong-items", flow.pingPong().items(), "items");
            figure("ping-pong-occurrences", flow.pingPong().occurrences(), "occurrences");
            figure("ping-pong-share", flow.pingPong().share(), "ratio");
        }
        if (flow.sla() != null) {
            figure("sla-measured", flow.sla().measured(), "items");
            figure("sla-met", flow.sla().met(), "items");
            figure("sla-met-share", flow.sla().share(), "ratio");
        }
    }

    private void handoffs(HandoffsPart handoffs) {
        record("handoffs", "pairs", Long.toString(handoffs.pairs()), "pairs");
        record("handoffs", "pairs-shown", Integer.toString(handoffs.items().size()), "pairs");
        handoffs.items()
                .forEach(
                        pair -> {
                            pair("count", pair, pair.count(), "handoffs");
                            pair("mean-wait", pair, pair.meanWaitHours(), "hours");
                            pair("p85-wait", pair, pair.p85WaitHours(), "hours");
                        });
    }

    private void pair(String measure, HandoffsPart.Pair pair, Object value, String unit) {
        csv.writeRecord(
                "handoffs",
                measure,
                Cells.harmless(pair.from()),
                Cells.harmless(pair.to()),
                number(value),
                unit,
                Cells.harmless(pair.fromName()),
                Cells.harmless(pair.toName()));
    }

    /** A row that is about no pair. */
    private void record(String part, String measure, String value, String unit) {
        csv.writeRecord(part, measure, "", "", value, unit, "", "");
    }

    private void text(String part, String measure, String value) {
        if (value != null) {
            record(part, measure, Cells.harmless(value), "");
        }
    }

    private void figure(String measure, Object value, String unit) {
        record("flow", measure, number(value), unit);
    }

    /** Spreadsheets reckon with hours, not with ISO 8601. */
    private static BigDecimal hours(String duration) {
        return duration == null
                ? null
                : BigDecimal.valueOf(Duration.parse(duration).toMillis())
                        .divide(MILLIS_PER_HOUR, 4, RoundingMode.HALF_UP);
    }

    private static String number(Object value) {
        return value == null ? "" : value.toString();
    }
}
