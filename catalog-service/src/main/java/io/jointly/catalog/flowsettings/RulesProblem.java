package io.jointly.catalog.flowsettings;

import io.jointly.kit.problem.DomainException;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import java.util.List;

/** Every way in which rules may be refused. */
abstract sealed class RulesProblem extends DomainException {
    private static final long serialVersionUID = 1L;

    private RulesProblem(String code, String detail, FieldError error) {
        super(Kind.RULE_VIOLATED, code, detail, List.of(error));
    }

    static final class Contradict extends RulesProblem {
        private static final long serialVersionUID = 1L;

        Contradict(int first, int second) {
            super(
                    "rules-contradict",
                    "Rule %d and rule %d fit the same events and say different things of them. Keep one of them."
                            .formatted(first + 1, second + 1),
                    FieldError.at("/rules/" + second, "contradicts /rules/" + first));
        }
    }

    static final class NeverReached extends RulesProblem {
        private static final long serialVersionUID = 1L;

        NeverReached(int first, int second) {
            super(
                    "rule-never-reached",
                    "Rule %d decides nothing, because rule %d before it fits everything that it fits. Put it before that one, or leave it out."
                            .formatted(second + 1, first + 1),
                    FieldError.at("/rules/" + second, "is never reached after /rules/" + first));
        }
    }

    static final class MatchNothing extends RulesProblem {
        private static final long serialVersionUID = 1L;

        MatchNothing() {
            super(
                    "rules-match-nothing",
                    "None of the rules fits any event of the stream's latest work items. Try them in the preview, which shows the kinds of events that there are.",
                    FieldError.at("/rules", "fit no event"));
        }
    }

    static final class StageInUse extends RulesProblem {
        private static final long serialVersionUID = 1L;

        StageInUse(int rule, String stage) {
            super(
                    "stage-named-by-rule",
                    "Rule %d of the stream's flow places work on the stage '%s'. Change or remove the rule first. A stage that is renamed keeps its rules when it keeps its key."
                            .formatted(rule + 1, stage),
                    FieldError.at("/stages", "leave out the stage '%s'".formatted(stage)));
        }
    }

    static final class UnknownStage extends RulesProblem {
        private static final long serialVersionUID = 1L;

        UnknownStage(int rule, String stage) {
            super(
                    "stage-not-on-map",
                    "Rule %d names the stage '%s', which the stream's map does not have. Add the stage to the map first, or name one that is there."
                            .formatted(rule + 1, stage),
                    FieldError.at("/rules/" + rule + "/stage", "is no stage of the stream"));
        }
    }
}
