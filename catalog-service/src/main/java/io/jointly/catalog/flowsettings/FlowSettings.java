package io.jointly.catalog.flowsettings;

import io.jointly.kit.record.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How one stream's work is read. */
@Entity
class FlowSettings extends Aggregate {
    private long valueStreamId;
    private String keepFor;
    private LocalDate baselineFrom;
    private LocalDate baselineTo;
    private String[] changingTypes;

    @ElementCollection
    @CollectionTable(name = "flow_rule", joinColumns = @JoinColumn(name = "flow_settings_id"))
    @OrderColumn(name = "place")
    private List<RuleRow> rules = new ArrayList<>();

    protected FlowSettings() {}

    FlowSettings(long stream) {
        valueStreamId = stream;
    }

    List<Rule> rules() {
        return rules.stream().map(RuleRow::rule).toList();
    }

    FlowSettingsDescription.Baseline baseline() {
        return baselineFrom == null
                ? null
                : new FlowSettingsDescription.Baseline(baselineFrom, baselineTo);
    }

    /** Null while nobody has said. */
    List<String> changingTypes() {
        return changingTypes == null ? null : List.of(changingTypes);
    }

    void set(FlowSettingsDescription wish) {
        if (!rules().equals(wish.rules())) {
            rules.clear();
            wish.rules().forEach(rule -> rules.add(new RuleRow(rule)));
        }
        keepFor = wish.keepFor();
        baselineFrom = wish.baseline() == null ? null : wish.baseline().from();
        baselineTo = wish.baseline() == null ? null : wish.baseline().to();
        changingTypes =
                wish.changingTypes() == null ? null : wish.changingTypes().toArray(String[]::new);
        touch();
    }

    FlowSettingsView view(String stream) {
        return new FlowSettingsView(
                stream, rules(), keepFor, baseline(), changingTypes(), version(), updatedAt());
    }
}
