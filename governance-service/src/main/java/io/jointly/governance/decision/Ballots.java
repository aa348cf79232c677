package io.jointly.governance.decision;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The votes of the affected departments, counted. */
final class Ballots {
    private final List<String> departments;
    private final Collection<Vote> votes;
    private final Map<String, String> names;

    /**
     * @param names of departments by their codes; one without a name is called by its code
     */
    Ballots(List<String> departments, Collection<Vote> votes, Map<String, String> names) {
        this.departments = departments;
        this.votes = votes;
        this.names = names;
    }

    /** What people call a department. */
    String name(String department) {
        return names.getOrDefault(department, department);
    }

    int size() {
        return departments.size();
    }

    /** The departments that have not taken part. */
    List<String> missing() {
        return departments.stream()
                .filter(d -> votes.stream().noneMatch(v -> v.department().equals(d)))
                .toList();
    }

    /** Whether the share of departments that took part, abstaining or not, is large enough. */
    boolean reaches(BigDecimal quorum) {
        var took = BigDecimal.valueOf(size() - missing().size());
        return took.compareTo(quorum.multiply(BigDecimal.valueOf(size()))) >= 0;
    }

    long agreeing(String option) {
        return votes.stream()
                .filter(v -> v.position() == Position.AGREE && option.equals(v.option()))
                .count();
    }

    long abstaining() {
        return votes.stream().filter(v -> v.position() == Position.ABSTAIN).count();
    }

    /** Votes for or against other options: they say nothing of this one. */
    List<Vote> aboutOthersThan(String option) {
        return votes.stream()
                .filter(v -> v.position() != Position.ABSTAIN)
                .filter(v -> v.option() != null && !v.option().equals(option))
                .toList();
    }

    /** Votes that are no abstentions: what a majority is a majority of. */
    long takingSides() {
        return votes.stream().filter(v -> v.position() != Position.ABSTAIN).count();
    }

    /** Objections to this option, or to any outcome at all. */
    List<Vote> objectionsTo(String option) {
        return votes.stream()
                .filter(v -> v.position() == Position.OBJECT)
                .filter(v -> v.option() == null || Objects.equals(v.option(), option))
                .toList();
    }

    boolean exceeds(String option, BigDecimal threshold) {
        return BigDecimal.valueOf(agreeing(option))
                        .compareTo(threshold.multiply(BigDecimal.valueOf(takingSides())))
                > 0;
    }
}
