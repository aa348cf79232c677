package io.jointly.catalog.valuestream;

import io.jointly.kit.link.Link;
import io.jointly.kit.record.Aggregate;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OrderColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A value stream, owned by several departments as equals. */
@Entity
class ValueStream extends Aggregate {
    private String code;
    private String name;
    private String purpose;
    private String outcome;
    private String theme;
    private String customers;
    private long wording = 1;
    private Instant wordedAt = createdAt();
    private int confirmationDays = ValueStreamDescription.CONFIRMATION_DAYS;
    private long respondWithin;
    private long answerWithin;

    @ElementCollection
    @CollectionTable(
            name = "value_stream_theme",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @OrderColumn(name = "place")
    @Column(name = "theme")
    private List<String> themes = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "value_stream_trigger",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @OrderColumn(name = "place")
    @Column(name = "what")
    private List<String> triggers = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "value_stream_owner",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @Column(name = "department")
    private Set<String> owners = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            name = "value_stream_service",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @Column(name = "service")
    private Set<String> services = new HashSet<>();

    @ElementCollection
    @CollectionTable(
            name = "value_stream_stage",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @OrderColumn(name = "place")
    private List<Stage> stages = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "value_stream_future_stage",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @OrderColumn(name = "place")
    private List<FutureStage> futureStages = new ArrayList<>();

    @ElementCollection
    @CollectionTable(
            name = "value_stream_improvement",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @MapKeyColumn(name = "stage_key")
    private Map<String, GapNote> improvements = new HashMap<>();

    @ElementCollection
    @CollectionTable(
            name = "value_stream_state",
            joinColumns = @JoinColumn(name = "value_stream_id"))
    @MapKeyColumn(name = "state")
    @Column(name = "class")
    @Convert(converter = StateClassName.class, attributeName = "value")
    private Map<String, StateClass> states = new HashMap<>();

    protected ValueStream() {}

    ValueStream(String code, ValueStreamDescription description) {
        this.code = code;
        describe(description);
    }

    String code() {
        return code;
    }

    Set<String> owners() {
        return owners;
    }

    Map<String, StateClass> states() {
        return states;
    }

    Link link() {
        return new Link("value-stream", code);
    }

    /** Takes over a description that {@link MapRules} have completed. */
    void describe(ValueStreamDescription wish) {
        touch();
        reword(wish);
        name = wish.name();
        theme = wish.theme();
        customers = wish.customers();
        confirmationDays = wish.confirmationDays();
        respondWithin = wish.respondWithin().toSeconds();
        answerWithin = wish.answerWithin().toSeconds();
        replace(owners, wish.owners());
        replace(services, wish.services());
        replace(themes, themes, wish.themes(), text -> text);
        replace(triggers, triggers, wish.triggers(), text -> text);
        replace(stages, stageViews(), wish.stages(), Stage::new);
        replace(futureStages, futureStageViews(), wish.futureStages(), FutureStage::new);
        if (!improvementViews().equals(wish.improvements())) {
            improvements.keySet().retainAll(wish.improvements().keySet());
            wish.improvements().forEach((key, i) -> improvements.put(key, new GapNote(i)));
        }
        if (!states.equals(wish.states())) {
            states.clear();
            states.putAll(wish.states());
        }
    }

    /** What departments confirmed was another wording. */
    private void reword(ValueStreamDescription wish) {
        if (purpose != null
                && !(purpose.equals(wish.purpose()) && outcome.equals(wish.outcome()))) {
            wording++;
            wordedAt = updatedAt();
        }
        purpose = wish.purpose();
        outcome = wish.outcome();
    }

    ValueStreamDescription description() {
        return new ValueStreamDescription(
                name,
                purpose,
                outcome,
                theme,
                List.copyOf(themes),
                customers,
                List.copyOf(triggers),
                Set.copyOf(owners),
                Set.copyOf(services),
                stageViews(),
                futureStageViews(),
                improvementViews(),
                Map.copyOf(states),
                confirmationDays,
                Duration.ofSeconds(respondWithin),
                Duration.ofSeconds(answerWithin));
    }

    ValueStreamView view() {
        return new ValueStreamView(
                code,
                name,
                purpose,
                outcome,
                theme,
                List.copyOf(themes),
                customers,
                List.copyOf(triggers),
                owners.stream().sorted().toList(),
                services.stream().sorted().toList(),
                stageViews(),
                futureStageViews(),
                improvementViews(),
                new TreeMap<>(states),
                current(),
                future(),
                confirmationDays,
                Duration.ofSeconds(respondWithin),
                Duration.ofSeconds(answerWithin),
                version(),
                createdAt(),
                updatedAt());
    }

    /** What other features need to know of it. */
    ValueStreams.Facts facts() {
        var taking = new TreeSet<>(owners);
        stages.forEach(stage -> taking.add(stage.view().department()));
        return new ValueStreams.Facts(
                id(),
                code,
                name,
                Set.copyOf(owners),
                taking,
                StageKeys.nameable(stageViews(), futureStageViews()),
                wording,
                wordedAt,
                confirmationDays,
                Duration.ofSeconds(respondWithin),
                Duration.ofSeconds(answerWithin));
    }

    StreamMap current() {
        return StreamMap.of(stageViews());
    }

    /** Null as long as no future state is drawn. */
    StreamMap future() {
        return futureStages.isEmpty() ? null : StreamMap.of(futureStageViews());
    }

    List<GapView> gaps() {
        return Gaps.between(stageViews(), futureStageViews(), improvementViews());
    }

    private List<FutureStageView> futureStageViews() {
        return futureStages.stream().map(FutureStage::view).toList();
    }

    private Map<String, GapImprovement> improvementViews() {
        var views = new TreeMap<String, GapImprovement>();
        improvements.forEach((key, note) -> views.put(key, note.view()));
        return views;
    }

    private List<StageView> stageViews() {
        return stages.stream().map(Stage::view).toList();
    }

    /** Leaves the rows alone where nothing changes. */
    private static <S, V> void replace(
            List<S> stored, List<V> views, List<V> wished, Function<V, S> make) {
        if (!views.equals(wished)) {
            var made = wished.stream().map(make).toList();
            stored.clear();
            stored.addAll(made);
        }
    }

    private static void replace(Set<String> kept, Set<String> wished) {
        kept.retainAll(wished);
        kept.addAll(wished);
    }

    /** Stores the class under the name that the API gives it. */
    @Converter
    static class StateClassName implements AttributeConverter<StateClass, String> {
        @Override
        public String convertToDatabaseColumn(StateClass stateClass) {
            return stateClass == null ? null : stateClass.toString();
        }

        @Override
        public StateClass convertToEntityAttribute(String name) {
            return name == null ? null : StateClass.valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
