package io.jointly.governance.escalation;

import io.jointly.governance.escalation.EscalationView.Acknowledgement;
import io.jointly.governance.escalation.EscalationView.HandedBack;
import io.jointly.governance.escalation.EscalationView.Proposal;
import io.jointly.governance.escalation.EscalationView.RaisedBy;
import io.jointly.governance.escalation.EscalationView.Resolution;
import io.jointly.governance.escalation.EscalationView.StepTime;
import io.jointly.governance.link.Existence;
import io.jointly.governance.link.Links;
import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A matter between departments. Always read and written as a whole, so one row. */
@Entity
class Escalation extends Aggregate {
    static final String PREFIX = "ESC";
    static final String KIND = "escalation";

    private String title;
    private String concern;

    @Enumerated(EnumType.STRING)
    private EscalationKind kind;

    private String raisedByDepartment;
    private String raisedByName;
    private String raisedByAccount;
    private String[] departments;

    @Enumerated(EnumType.STRING)
    private EscalationState state = EscalationState.PEERS;

    @Enumerated(EnumType.STRING)
    private Level level = Level.PEERS;

    private long peersStepSeconds;
    private String timeZone;
    private Instant clockStartedAt;
    private long clockSeconds;
    private Instant warnAt;
    private Instant dueAt;
    private Instant warnedAt;
    private Instant climbedAt;
    private Instant nextAt;
    private Instant resolvedAt;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Acknowledgement> acknowledgements = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    private Proposal proposal;

    @JdbcTypeCode(SqlTypes.JSON)
    private Resolution resolution;

    @JdbcTypeCode(SqlTypes.JSON)
    private HandedBack handBack;

    private String[] decisions = {};
    @Embedded private Links links;

    protected Escalation() {}

    /**
     * @param wish already checked
     * @param clock the clock of the peers' step
     */
    Escalation(
            RaiseEscalation wish,
            Links about,
            ZoneId zone,
            StepClock clock,
            String account,
            String name) {
        title = wish.title();
        concern = wish.concern();
        kind = wish.kind();
        raisedByDepartment = wish.department();
        raisedByAccount = account;
        raisedByName = name;
        departments = wish.departments().toArray(String[]::new);
        links = about;
        timeZone = zone.getId();
        peersStepSeconds = clock.workingTime().toSeconds();
        start(clock);
    }

    String reference() {
        return reference(PREFIX, id());
    }

    Link link() {
        return new Link(KIND, reference());
    }

    List<String> departments() {
        return List.of(departments);
    }

    /** Account of whoever raised it. */
    String raisedByAccount() {
        return raisedByAccount;
    }

    ZoneId zone() {
        return ZoneId.of(timeZone);
    }

    Level level() {
        return level;
    }

    Duration peersStep() {
        return Duration.ofSeconds(peersStepSeconds);
    }

    Links links() {
        return links;
    }

    /** Itself and the decisions out of it: what an objective that serves it may link to. */
    List<String> ownLinks() {
        return Stream.concat(
                        Stream.of(link().toString()),
                        Arrays.stream(decisions).map(d -> "decision:" + d))
                .toList();
    }

    boolean isResolved() {
        return state == EscalationState.RESOLVED;
    }

    /**
     * @return whether that was new
     */
    boolean acknowledge(String department, String by, Instant now) {
        requireUnresolved();
        requireNamed(department);
        if (acknowledgements.stream().anyMatch(a -> a.department().equals(department))) {
            return false;
        }
        acknowledgements = with(acknowledgements, new Acknowledgement(department, by, now));
        touch();
        return true;
    }

    /** Puts a joint resolution before the peers, in place of the one before. */
    void propose(String department, String text, String by, Instant now) {
        requireWithPeers();
        requireNamed(department);
        proposal = new Proposal(text, by, department, now, List.of(department));
        touch();
    }

    /**
     * Agrees to the proposal; with the last agreement the matter is solved together.
     *
     * @return whether that was new
     */
    boolean agree(String department, String by, Instant now) {
        requireWithPeers();
        requireNamed(department);
        if (proposal == null) {
            throw new EscalationProblem.NoProposal(reference());
        }
        if (proposal.agreed().contains(department)) {
            return false;
        }
        proposal =
                new Proposal(
                        proposal.text(),
                        proposal.by(),
                        proposal.department(),
                        proposal.at(),
                        with(proposal.agreed(), department));
        touch();
        if (proposal.agreed().containsAll(departments())) {
            end(ResolutionKind.SOLVED_TOGETHER, proposal.text(), by, now);
        }
        return true;
    }

    void requireDecidable(List<String> affected) {
        requireUnresolved();
        var missing = departments().stream().filter(d -> !affected.contains(d)).toList();
        if (!missing.isEmpty()) {
            throw new EscalationProblem.PeersLeftOut(reference(), missing);
        }
    }

    void opened(String decision) {
        decisions = with(List.of(decisions), decision).toArray(String[]::new);
        touch();
    }

    /** A decision out of it was taken: together while the peers had it, above otherwise. */
    void decided(String text, String by, Instant now) {
        requireUnresolved();
        end(
                state == EscalationState.PEERS
                        ? ResolutionKind.SOLVED_TOGETHER
                        : ResolutionKind.DECIDED_ABOVE,
                text,
                by,
                now);
    }

    void resolveAbove(String text, String by, Instant now) {
        requireClimbed();
        end(ResolutionKind.DECIDED_ABOVE, text, by, now);
    }

    /**
     * Gives it back to the peers, with a new clock; what they proposed before is theirs to renew.
     */
    void handBack(String text, String by, StepClock clock) {
        requireClimbed();
        state = EscalationState.PEERS;
        level = Level.PEERS;
        climbedAt = null;
        proposal = null;
        handBack = new HandedBack(text, by, clock.startedAt());
        start(clock);
        touch();
    }

    boolean isDueAt(Instant now) {
        return nextAt != null && !nextAt.isAfter(now);
    }

    /** Whether the clock's next act is the warning. */
    boolean isToBeWarned() {
        return warnedAt == null;
    }

    void warn(Instant now) {
        warnedAt = now;
        nextAt = dueAt;
        touch();
    }

    void climb(StepClock clock) {
        level = level.next();
        state = EscalationState.CLIMBED;
        climbedAt = clock.startedAt();
        start(clock);
        touch();
    }

    /** The clock of the highest level has run out; there is nobody above. */
    void overdue() {
        nextAt = null;
        touch();
    }

    boolean learn(Map<Link, Existence> answers) {
        var changed = links.learn(answers);
        if (changed) {
            touch();
        }
        return changed;
    }

    /** Something that its view shows changed elsewhere. */
    void noticeObjectives() {
        touch();
    }

    EscalationView view(List<String> objectives) {
        return new EscalationView(
                reference(),
                title,
                concern,
                kind,
                new RaisedBy(raisedByDepartment, raisedByName),
                departments(),
                links.view(),
                state,
                level,
                new StepTime(
                        clockStartedAt,
                        dueAt,
                        Duration.ofSeconds(clockSeconds),
                        warnedAt,
                        climbedAt),
                acknowledgements,
                proposal,
                resolution,
                handBack,
                List.of(decisions),
                objectives,
                version(),
                createdAt(),
                updatedAt());
    }

    private void start(StepClock clock) {
        clockStartedAt = clock.startedAt();
        clockSeconds = clock.workingTime().toSeconds();
        warnAt = clock.warnAt();
        dueAt = clock.dueAt();
        warnedAt = null;
        nextAt = warnAt;
    }

    private void end(ResolutionKind how, String text, String by, Instant now) {
        state = EscalationState.RESOLVED;
        resolution = new Resolution(how, text, now, by);
        resolvedAt = now;
        nextAt = null;
        touch();
    }

    private void requireUnresolved() {
        if (isResolved()) {
            throw new EscalationProblem.Resolved(reference());
        }
    }

    private void requireWithPeers() {
        requireUnresolved();
        if (state == EscalationState.CLIMBED) {
            throw new EscalationProblem.PeersStepOver(reference(), level);
        }
    }

    private void requireClimbed() {
        requireUnresolved();
        if (state == EscalationState.PEERS) {
            throw new EscalationProblem.PeersFirst(reference());
        }
    }

    private void requireNamed(String department) {
        if (!departments().contains(department)) {
            throw new EscalationProblem.NotNamed(department, reference());
        }
    }

    private static <T> List<T> with(List<T> list, T one) {
        var longer = new ArrayList<>(list);
        longer.add(one);
        return List.copyOf(longer);
    }
}
