package io.jointly.catalog.journeymap;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;

/** A step as stored. */
@Embeddable
class JourneyStep {
    @Column(name = "step_key")
    private String key;

    private String name;
    private String description;
    private String touchpoint;
    private BigDecimal effort;
    private Integer effortAnswers;
    private BigDecimal selfService;
    private String[] stages;

    protected JourneyStep() {}

    JourneyStep(JourneyStepView wish) {
        key = wish.key();
        name = wish.name();
        description = wish.description();
        touchpoint = wish.touchpoint();
        effort = wish.effort();
        effortAnswers = wish.effortAnswers();
        selfService = wish.selfService();
        stages = wish.stages().toArray(String[]::new);
    }

    JourneyStepView view() {
        return new JourneyStepView(
                key,
                name,
                description,
                touchpoint,
                shown(effort),
                effortAnswers,
                shown(selfService),
                List.of(stages));
    }

    private static BigDecimal shown(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }
}
