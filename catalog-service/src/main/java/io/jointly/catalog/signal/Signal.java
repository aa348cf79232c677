package io.jointly.catalog.signal;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that points to a risk. */
@Schema(name = "Signal", description = "Something that points to a risk, with its evidence.")
public record Signal(
        @Schema(
                        description =
                                "Stays the same for as long as it is about the same thing, whatever its figures are",
                        examples = "stream-without-joint-owner:it-incidents")
                String id,
        SignalKind kind,
        SignalKind.Risk risk,
        @Schema(description = "How grave it is, as this list's description has it")
                Severity severity,
        @Schema(
                        description =
                                "What it is about, as kind:reference; null for the organisation as a whole",
                        nullable = true,
                        examples = "value-stream:it-incidents")
                String subject,
        @Schema(
                        description =
                                "Name of what it is about; null for the organisation as a whole",
                        nullable = true,
                        examples = "Incidents")
                String subjectName,
        @Schema(
                        description =
                                "Services and value streams that it concerns, as kind:reference: its subject, the services that run through it, and the streams counted where the subject is the organisation",
                        examples = "[\"value-stream:it-incidents\"]")
                List<String> concerns,
        @Schema(
                        description =
                                "Codes of the departments that it concerns: the owners and those with a stage; for a handoff the two between which it goes, or the stream's owners where its events name no department",
                        examples = "[\"it\",\"hr\"]")
                List<String> departments,
        @Schema(
                        description = "Whether from and to are teams or departments",
                        nullable = true,
                        enumeration = {"team", "department"})
                String level,
        @Schema(
                        description =
                                "From whom, or who has the queue, where it is about a handoff",
                        nullable = true,
                        examples = "Group 20")
                String from,
        @Schema(description = "To whom", nullable = true, examples = "Group 70") String to,
        @Schema(
                        description = "Department of from, where the events name it",
                        nullable = true,
                        examples = "it")
                String fromDepartment,
        @Schema(
                        description = "Department of to, where the events name it",
                        nullable = true,
                        examples = "hr")
                String toDepartment,
        @Schema(
                        description = "First day that was looked at, where work was counted",
                        nullable = true,
                        examples = "2026-01-01")
                LocalDate since,
        @Schema(
                        description = "The day after the last one that was looked at",
                        nullable = true,
                        examples = "2026-04-01")
                LocalDate until,
        @Schema(
                        description = "In one sentence",
                        examples =
                                "120 of 400 handoffs from Group 20 to Group 70 came straight back in the last 90 days.")
                String finding,
        @Schema(description = "The figures behind it") List<Evidence> evidence) {

    /** A figure, and where to see it. */
    @Schema(name = "Evidence", description = "A figure, and where to see it.")
    public record Evidence(
            @Schema(description = "What is counted; its name in other languages follows from it")
                    Measured measure,
            @Schema(examples = "Handoffs straight back") String name,
            @Schema(nullable = true, examples = "0.3") Double value,
            @Schema(examples = "ratio") String unit,
            @Schema(
                            description = "Address in this API that gives the figure",
                            examples =
                                    "/api/catalog/v1/value-streams/it-incidents/handoffs?level=team&sort=-returns")
                    String source) {
        Evidence(Measured measure, Double value, String source) {
            this(measure, measure.title(), value, measure.unit(), source);
        }
    }
}
