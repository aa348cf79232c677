package io.jointly.okr.objective;

import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import io.jointly.okr.cycle.Cycle;
import io.jointly.okr.keyresult.KeyResult;
import io.jointly.okr.neighbour.Verdict;
import io.jointly.okr.reference.Actor;
import io.jointly.okr.scoring.Score;
import io.jointly.okr.scoring.Zone;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * What departments want to reach together, and the root of all that changes with it: owners, links,
 * key results. Whoever changes any of these holds the lock on this row, so rules over all owners
 * hold under concurrent acceptances too.
 */
@Entity
public class Objective extends Aggregate {
    static final String PREFIX = "OBJ";

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "cycle_id")
    private Cycle cycle;

    private String title;
    private String why;

    @Enumerated(EnumType.STRING)
    private Ambition kind;

    @Enumerated(EnumType.STRING)
    private State state = State.DRAFT;

    private boolean joint;

    @Embedded
    @AttributeOverride(name = "account", column = @Column(name = "created_by"))
    @AttributeOverride(name = "name", column = @Column(name = "created_by_name"))
    private Actor createdBy;

    private Instant askedAt;

    @ElementCollection
    @CollectionTable(name = "objective_owner", joinColumns = @JoinColumn(name = "objective_id"))
    @MapKeyColumn(name = "department")
    private Map<String, Ownership> owners = new HashMap<>();

    @ElementCollection
    @CollectionTable(name = "objective_link", joinColumns = @JoinColumn(name = "objective_id"))
    @MapKeyColumn(name = "link")
    private Map<String, Linked> links = new HashMap<>();

    protected Objective() {}

    Objective(DraftObjective wish, Cycle cycle, Checked checked, Actor author) {
        createdBy = author;
        word(wish, cycle, checked);
    }

    public String reference() {
        return reference(PREFIX, id());
    }

    public Link link() {
        return new Link("objective", reference());
    }

    public Set<String> departments() {
        return Set.copyOf(owners.keySet());
    }

    /** All owners but those that, asked for later, turned out to be no department at all. */
    Set<String> departmentsWithAVoice() {
        var voices = new HashSet<>(owners.keySet());
        voices.removeIf(code -> owners.get(code).departmentCheck() == Verdict.MISSING);
        return voices;
    }

    boolean agreed() {
        return state == State.AGREED;
    }

    public boolean open() {
        return state != State.CLOSED;
    }

    public void requireOpen() {
        if (!open()) {
            throw new ObjectiveProblem.Closed(reference());
        }
    }

    /** Refuses what only an objective takes that all of its owners have accepted. */
    public void requireAgreed() {
        requireOpen();
        if (!agreed()) {
            throw new ObjectiveProblem.NotAgreed(
                    reference(),
                    ordered(owners, Ownership::place).stream()
                            .filter(code -> !owners.get(code).accepted())
                            .toList());
        }
    }

    /** What can be edited, as it is now. */
    DraftObjective wording() {
        return new DraftObjective(
                cycle.code(),
                title,
                why,
                kind,
                ordered(owners, Ownership::place),
                ordered(links, Linked::place).stream().map(Link::parse).toList(),
                shares());
    }

    /** What is proposed to all owners, in their order. */
    List<ProposedShare> shares() {
        return ordered(owners, Ownership::place).stream().map(this::share).toList();
    }

    private ProposedShare share(String department) {
        var own = owners.get(department);
        return new ProposedShare(department, own.riskShare(), own.rewardShare());
    }

    /** Takes another wording: what was accepted is no more, so everybody is asked again. */
    void edit(DraftObjective wish, Cycle newCycle, Checked checked) {
        requireOpen();
        word(wish, newCycle, checked);
        askAgain();
    }

    /** Something that was accepted has changed: all owners are asked again. */
    void askAgain() {
        owners.values().forEach(Ownership::askAgain);
        state = State.DRAFT;
        askedAt = now();
        touch();
    }

    boolean acceptedByAny() {
        return owners.values().stream().anyMatch(Ownership::accepted);
    }

    /**
     * A department accepts, with the shares that were put to all owners: nobody takes another part
     * by being quick. When it had accepted before on other terms, the other owners are asked again:
     * they signed beside the old ones.
     */
    void accept(Acceptance terms, Actor head) {
        requireOpen();
        var own = owners.get(terms.department());
        if (own == null) {
            throw new ObjectiveProblem.NotAnOwner(reference(), terms.department());
        }
        if (agreed()) {
            throw new ObjectiveProblem.NothingToAccept(reference());
        }
        requireProposed("risk", own.riskShare(), terms.riskShare());
        requireProposed("reward", own.rewardShare(), terms.rewardShare());
        if (own.accepted() && !own.accepts(terms)) {
            askAgain();
        }
        own.accept(terms, head);
        if (owners.values().stream().allMatch(Ownership::accepted)) {
            state = State.AGREED;
        }
        touch();
    }

    private static void requireProposed(String what, int proposed, Integer wanted) {
        if (wanted != null && wanted != proposed) {
            throw new ObjectiveProblem.OtherShares(what, proposed, wanted);
        }
    }

    void close() {
        requireOpen();
        state = State.CLOSED;
        touch();
    }

    /** A part of it changed, for instance a key result checked in: the version moves with it. */
    public void partChanged() {
        touch();
    }

    /** What was checked before and need not be asked again. */
    Checked verified() {
        var known = new Checked(new HashMap<>(), new HashMap<>());
        owners.forEach((code, owner) -> known.departments().put(code, owner.departmentCheck()));
        links.forEach((link, linked) -> known.links().put(Link.parse(link), linked.check()));
        return known;
    }

    Set<String> unverifiedDepartments() {
        var found = new HashSet<String>();
        owners.forEach(
                (code, owner) -> {
                    if (owner.departmentCheck() == Verdict.UNVERIFIED) {
                        found.add(code);
                    }
                });
        return found;
    }

    Set<Link> unverifiedLinks() {
        var found = new HashSet<Link>();
        links.forEach(
                (link, linked) -> {
                    if (linked.check() == Verdict.UNVERIFIED) {
                        found.add(Link.parse(link));
                    }
                });
        return found;
    }

    /** Takes what the owning services said later; false when nothing is new. */
    boolean verify(Checked checked) {
        var news = false;
        for (var department : unverifiedDepartments()) {
            var verdict = checked.department(department);
            news |= verdict != Verdict.UNVERIFIED;
            owners.get(department).checked(verdict);
        }
        for (var link : unverifiedLinks()) {
            var verdict = checked.link(link);
            news |= verdict != Verdict.UNVERIFIED;
            links.get(link.toString()).checked(verdict);
        }
        if (news) {
            touch();
        }
        return news;
    }

    ObjectiveView view(List<KeyResult> keyResults) {
        var score = Score.of(keyResults.stream().map(KeyResult::part).toList());
        return new ObjectiveView(
                reference(),
                cycle.code(),
                title,
                why,
                kind,
                joint,
                state,
                ordered(owners, Ownership::place).stream()
                        .map(code -> owners.get(code).view(code))
                        .toList(),
                ordered(links, Linked::place).stream().map(this::linkView).toList(),
                keyResults.stream().map(KeyResult::view).toList(),
                score,
                Zone.of(score),
                joint ? completeness(keyResults) : null,
                createdBy.shown(),
                version(),
                createdAt(),
                updatedAt());
    }

    private LinkView linkView(String link) {
        var check = links.get(link).check();
        return new LinkView(Link.parse(link), check == Verdict.VERIFIED, check == Verdict.MISSING);
    }

    private Completeness completeness(List<KeyResult> keyResults) {
        var all = owners.values().stream().allMatch(Ownership::accepted);
        return new Completeness(
                !keyResults.isEmpty(),
                all && sum(Ownership::riskShare) == Shares.WHOLE,
                all && sum(Ownership::rewardShare) == Shares.WHOLE);
    }

    private int sum(ToIntFunction<Ownership> share) {
        return owners.values().stream().mapToInt(share).sum();
    }

    private void word(DraftObjective wish, Cycle newCycle, Checked checked) {
        cycle = newCycle;
        title = wish.title();
        why = wish.why();
        kind = wish.kind();
        joint = wish.owners().size() > 1;
        owners.keySet().retainAll(wish.owners());
        for (var place = 0; place < wish.owners().size(); place++) {
            var code = wish.owners().get(place);
            var owner = new Ownership(place, checked.department(code));
            owners.merge(code, owner, Objective::keepOwner);
        }
        Shares.of(wish.owners(), wish.shares())
                .forEach(share -> owners.get(share.department()).propose(share));
        links.keySet().retainAll(wish.links().stream().map(Link::toString).toList());
        for (var place = 0; place < wish.links().size(); place++) {
            var link = wish.links().get(place);
            var linked = new Linked(place, checked.link(link));
            links.merge(link.toString(), linked, Objective::keepLinked);
        }
        askedAt = now();
        touch();
    }

    private static Ownership keepOwner(Ownership old, Ownership renewed) {
        old.moveTo(renewed.place());
        return old;
    }

    private static Linked keepLinked(Linked old, Linked renewed) {
        old.moveTo(renewed.place());
        old.checked(renewed.check());
        return old;
    }

    private static <T> List<String> ordered(Map<String, T> parts, ToIntFunction<T> place) {
        return parts.entrySet().stream()
                .sorted(Comparator.comparingInt(part -> place.applyAsInt(part.getValue())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
