package io.jointly.okr.objective;

import io.jointly.okr.neighbour.Verdict;
import io.jointly.okr.reference.Actor;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** One department's part in an objective. */
@Embeddable
class Ownership {
    private int place;

    @Enumerated(EnumType.STRING)
    private Verdict departmentCheck;

    private Instant acceptedAt;

    @Embedded
    @AttributeOverride(name = "account", column = @Column(name = "accepted_by"))
    @AttributeOverride(name = "name", column = @Column(name = "accepted_by_name"))
    private Actor acceptedBy;

    private String commitment;
    private String contribution;
    private String whatIsInItForUs;
    private int riskShare;
    private int rewardShare;

    protected Ownership() {}

    Ownership(int place, Verdict departmentCheck) {
        this.place = place;
        this.departmentCheck = departmentCheck;
    }

    int place() {
        return place;
    }

    void moveTo(int newPlace) {
        place = newPlace;
    }

    Verdict departmentCheck() {
        return departmentCheck;
    }

    void checked(Verdict verdict) {
        departmentCheck = verdict;
    }

    boolean accepted() {
        return acceptedAt != null;
    }

    int riskShare() {
        return riskShare;
    }

    int rewardShare() {
        return rewardShare;
    }

    void propose(ProposedShare share) {
        riskShare = share.riskShare();
        rewardShare = share.rewardShare();
    }

    boolean accepts(Acceptance terms) {
        return accepted()
                && commitment.equals(terms.commitment())
                && contribution.equals(terms.contribution())
                && whatIsInItForUs.equals(terms.whatIsInItForUs());
    }

    void accept(Acceptance terms, Actor head) {
        commitment = terms.commitment();
        contribution = terms.contribution();
        whatIsInItForUs = terms.whatIsInItForUs();
        acceptedAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        acceptedBy = head;
        // Only a token of the identity provider makes a head: the department exists.
        departmentCheck = Verdict.VERIFIED;
    }

    void askAgain() {
        acceptedAt = null;
        acceptedBy = null;
    }

    OwnerView view(String department) {
        return new OwnerView(
                department,
                departmentCheck == Verdict.VERIFIED,
                accepted(),
                acceptedAt,
                acceptedBy == null ? null : acceptedBy.shown(),
                commitment,
                contribution,
                whatIsInItForUs,
                riskShare,
                rewardShare);
    }
}
