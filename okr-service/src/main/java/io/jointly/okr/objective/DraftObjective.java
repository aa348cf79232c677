package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import io.jointly.okr.reference.Code;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.UniqueElements;

/** An objective as a department puts it to the others. */
@Schema(description = "An objective as a department puts it to the others.")
public record DraftObjective(
        @NotNull @Size(max = 40) @Schema(description = "Code of its cycle", examples = "2026-q4")
                String cycle,
        @NotBlank
                @Size(max = 200)
                @Schema(examples = "New colleagues can work from their first hour")
                String title,
        @NotBlank
                @Size(max = 2000)
                @Schema(
                        description = "The purpose behind it",
                        examples = "A first day spent waiting tells people that we did not.")
                String why,
        @NotNull @Schema(description = "`committed` promises 1.0, `aspirational` aims beyond")
                Ambition kind,
        @NotNull
                @Size(min = 1, max = 20)
                @UniqueElements(message = "must not name a department twice")
                @Schema(
                        description =
                                "Codes of the departments that own it as equals; two or more make it joint",
                        examples = "[\"hr\", \"it\"]")
                List<@NotNull @Code String> owners,
        @Size(max = 30)
                @UniqueElements(message = "must not name a link twice")
                @Schema(
                        description = "What it answers or serves",
                        nullable = true,
                        examples = "[\"decision:DEC-1\", \"value-stream:onboarding\"]")
                List<@NotNull Link> links,
        @Size(min = 1, max = 20)
                @Schema(
                        description =
                                "How risk and reward are parted: one entry for every owner, 100 percent of each in all. Left out, all owners carry even parts",
                        nullable = true)
                List<@NotNull @Valid ProposedShare> shares) {

    public DraftObjective {
        links = links == null ? List.of() : links;
    }

    /** With the shares of all owners, in their order: those wished for, or even ones. */
    DraftObjective settled() {
        return with(Shares.of(owners, shares));
    }

    /** Of other owners than before: what was proposed for those before says nothing of them. */
    DraftObjective withEvenShares() {
        return with(null).settled();
    }

    private DraftObjective with(List<ProposedShare> others) {
        return new DraftObjective(cycle, title, why, kind, owners, links, others);
    }
}
