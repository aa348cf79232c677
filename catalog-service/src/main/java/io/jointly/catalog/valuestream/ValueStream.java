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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A value stream, owned by several departments as equals. */
@Entity
class ValueStream extends Aggregate {
    private String code;
    private String name;
    private String purpose;
    private String outcome;
    private String theme;
    private String customers;

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

    void describe(ValueStreamDescription wish) {
        name = wish.name();
        purpose = wish.purpose();
        outcome = wish.outcome();
        theme = wish.theme();
        customers = wish.customers();
        replace(owners, wish.owners());
        replace(services, wish.services());
        var wished = wish.stages().stream().map(Stage::new).toList();
        if (!wish.stages().equals(stages.stream().map(Stage::view).toList())) {
            stages.clear();
            stages.addAll(wished);
        }
        if (!states.equals(wish.states())) {
            states.clear();
            states.putAll(wish.states());
        }
        touch();
    }

    ValueStreamDescription description() {
        return new ValueStreamDescription(
                name,
                purpose,
                outcome,
                theme,
                customers,
                Set.copyOf(owners),
                Set.copyOf(services),
                stageViews(),
                Map.copyOf(states));
    }

    ValueStreamView view() {
        return new ValueStreamView(
                code,
                name,
                purpose,
                outcome,
                theme,
                customers,
                owners.stream().sorted().toList(),
                services.stream().sorted().toList(),
                stageViews(),
                new TreeMap<>(states),
                StreamMap.of(stageViews()),
                version(),
                createdAt(),
                updatedAt());
    }

    private List<StageView> stageViews() {
        return stages.stream().map(Stage::view).toList();
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
