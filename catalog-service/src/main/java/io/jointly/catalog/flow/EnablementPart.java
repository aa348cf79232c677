package io.jointly.catalog.flow;

import io.jointly.catalog.query.Queries;
import java.util.Locale;

/** What the enablement scores of a stream are made of. */
enum EnablementPart {
    AUTOMATED_HANDOFFS(
            EnablementView.Kind.AUTOMATION,
            "Handoffs between stages, into stages that the map marks as automated",
            "Automate the handoffs by hand that wait longest, and mark their stages on the map; place the work on stages by rules"),
    AUTOMATED_STAGES(
            EnablementView.Kind.AUTOMATION,
            "Stages of the map after the first that work is handed into by itself; counts for the score only where no handoffs between stages are known",
            "Mark on the map which stages are handed into by themselves"),
    WITHIN_BASELINE(
            EnablementView.Kind.RELIABILITY,
            "Done work items that took no longer than 85 % of those of the baseline did",
            "Choose a baseline in the flow settings; shorten the longest waits"),
    CONSISTENCY(
            EnablementView.Kind.RELIABILITY,
            "Hours within which half of the done work items stay, of those within which 85 % do: 1 when all take the same",
            "Find out what the slowest sixth has in common, and treat it as a type of its own or end it"),
    SLA_MET(
            EnablementView.Kind.RELIABILITY,
            "Work items within their service level, of those whose source says so",
            "Let the source send slaMet; keep what is agreed, or agree what can be kept"),
    WORK_ITEMS(
            EnablementView.Kind.MEASURABILITY,
            "Whether events of the work come in",
            "Import events of the work"),
    DONE(
            EnablementView.Kind.MEASURABILITY,
            "Whether it is known which work is done",
            "Class a state, or an activity, as done"),
    CLASSED(
            EnablementView.Kind.MEASURABILITY,
            "Done work items of which active and waiting time are known",
            "Class states as active or waiting"),
    TEAMS(
            EnablementView.Kind.MEASURABILITY,
            "Work items of which it is known which team had them",
            "Let the source send the team"),
    DEPARTMENTS(
            EnablementView.Kind.MEASURABILITY,
            "Work items of which it is known which department had them",
            "Let the source send the department"),
    STAGES(
            EnablementView.Kind.MEASURABILITY,
            "Work items that rules place on stages of the map",
            "Add rules that place the work on stages"),
    SLA(
            EnablementView.Kind.MEASURABILITY,
            "Work items whose source says whether the service level was met",
            "Let the source send slaMet"),
    BASELINE(
            EnablementView.Kind.MEASURABILITY,
            "Whether there is a baseline to hold trends against",
            "Choose a baseline in the flow settings"),
    JOINT_OWNERS(
            EnablementView.Kind.MEASURABILITY,
            "Whether two departments or more own the stream together, and so its measures",
            "Ask a second department to own the stream with you");

    private final EnablementView.Kind score;
    private final String meaning;
    private final String raisedBy;

    EnablementPart(EnablementView.Kind score, String meaning, String raisedBy) {
        this.score = score;
        this.meaning = meaning;
        this.raisedBy = raisedBy;
    }

    EnablementView.Part of(double amount, double whole) {
        return new EnablementView.Part(
                score,
                name().toLowerCase(Locale.ROOT).replace('_', '-'),
                Queries.share(amount, whole),
                Queries.rounded(amount),
                Queries.rounded(whole),
                meaning,
                raisedBy);
    }

    /** Something that is so or not. */
    EnablementView.Part of(boolean holds) {
        return of(holds ? 1 : 0, 1);
    }

    /** Nothing measured counts as nothing, not as unknown: that is what measurability means. */
    EnablementView.Part ofAll(double amount, double whole) {
        return whole == 0 ? of(false) : of(amount, whole);
    }
}
