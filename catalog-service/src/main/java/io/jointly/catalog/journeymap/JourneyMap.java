package io.jointly.catalog.journeymap;

import io.jointly.kit.record.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;

/** The journey map of a stream. */
@Entity
class JourneyMap extends Aggregate {
    @Column(name = "value_stream_id", updatable = false)
    private long stream;

    @ElementCollection
    @CollectionTable(name = "journey_step", joinColumns = @JoinColumn(name = "journey_map_id"))
    @OrderColumn(name = "place")
    private List<JourneyStep> steps = new ArrayList<>();

    protected JourneyMap() {}

    JourneyMap(long stream) {
        this.stream = stream;
    }

    List<JourneyStepView> steps() {
        return steps.stream().map(JourneyStep::view).toList();
    }

    void draw(List<JourneyStepView> wished) {
        var made = wished.stream().map(JourneyStep::new).toList();
        steps.clear();
        steps.addAll(made);
        touch();
    }

    JourneyMapView view(String streamCode) {
        return JourneyMapView.of(streamCode, steps(), version(), updatedAt());
    }
}
