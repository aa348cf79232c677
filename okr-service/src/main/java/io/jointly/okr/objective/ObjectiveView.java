package io.jointly.okr.objective;

import io.jointly.kit.record.Tagged;
import io.jointly.okr.keyresult.KeyResultView;
import io.jointly.okr.scoring.Zone;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An objective as callers see it. */
@Schema(
        name = "Objective",
        description = "What departments want to reach together, with all that belongs to it.")
public record ObjectiveView(
        @Schema(examples = "OBJ-1") String ref,
        @Schema(description = "Code of its cycle", examples = "2026-q4") String cycle,
        @Schema(examples = "New colleagues can work from their first hour") String title,
        @Schema(description = "The purpose behind it") String why,
        @Schema(description = "`committed` promises 1.0, `aspirational` aims beyond") Ambition kind,
        @Schema(description = "Whether two or more departments own it") boolean joint,
        @Schema(
                        description =
                                "`draft` until every owner accepted it as it is, `agreed` from then, `closed` when over")
                State state,
        List<OwnerView> owners,
        List<LinkView> links,
        List<KeyResultView> keyResults,
        @Schema(
                        description =
                                "One score for all owners: the mean of the key results' progress by weight, sum(weight * progress) / sum(weight), 0.0 to 1.0. A key result without a check-in counts as 0; null when none has one",
                        nullable = true,
                        minimum = "0",
                        maximum = "1",
                        examples = "0.62")
                BigDecimal score,
        @Schema(
                        description =
                                "`red` up to 0.3, `green` from 0.7, `yellow` between; null without a score",
                        nullable = true)
                Zone zone,
        @Schema(
                        description =
                                "What makes it joint in more than name; null when one owns it alone",
                        nullable = true)
                Completeness completeness,
        @Schema(description = "Name of the head who drafted it", examples = "Hannah Reuter")
                String createdBy,
        @Schema(description = "Version that the ETag names") long version,
        Instant createdAt,
        Instant updatedAt)
        implements Tagged {}
