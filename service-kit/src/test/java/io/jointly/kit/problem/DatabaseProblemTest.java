package io.jointly.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseProblemTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08001", "08006", "53100", "53200", "53300", "57014", "57P01", "57P02", "57P03",
                "25006", "55P03"
            })
    void saysThatTheDatabaseIsAwayOrBusy(String state) {
        assertThat(recognised(state).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23503", "23505", "40001", "40P01"})
    void saysThatAnotherChangeCameFirst(String state) {
        assertThat(recognised(state).kind()).isEqualTo(Kind.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22003", "22008", "22021", "22P05"})
    void saysThatAValueCannotBeStored(String state) {
        assertThat(recognised(state).kind()).isEqualTo(Kind.INVALID);
    }

    @Test
    void recognisesAnExhaustedPool() {
        var problem = DatabaseProblem.recognise(new SQLException("Sorry, acquisition timeout!"));
        assertThat(problem.kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42601", "42501", "23514", "23502", "", "5"})
    void leavesOurOwnMistakesToBeLogged(String state) {
        assertThat(DatabaseProblem.recognise(new SQLException("x", state))).isNull();
        assertThat(DatabaseProblem.recognise(new IllegalStateException())).isNull();
    }

    private static DomainException recognised(String state) {
        return DatabaseProblem.recognise(new SQLException("x", state));
    }
}
