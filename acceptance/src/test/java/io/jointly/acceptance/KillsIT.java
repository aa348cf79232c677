package io.jointly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.trust.IdempotentCreates;
import io.jointly.acceptance.trust.KilledMidWrite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What was answered stays, whoever is killed meanwhile. */
@ExtendWith(Running.class)
class KillsIT {
    private final RunningSuite suite;

    KillsIT(RunningSuite suite) {
        this.suite = suite;
    }

    @BeforeEach
    void needsASuiteOfOurOwn() {
        assumeTrue(
                suite.own().isPresent(), "Left out: no part of a suite that others use is killed.");
    }

    @Test
    void aKeyedRequestCreatesOneRecordHoweverOftenItIsSent() {
        var figure = IdempotentCreates.run(suite, new IdempotentCreates.Size(80, 3, 5, 2));

        System.out.println(figure);
        assertThat(figure.kills()).isPositive();
        assertThat(figure.duplicates()).isZero();
        assertThat(figure.missing()).isZero();
        assertThat(figure.different()).isZero();
    }

    @Test
    void nothingAcknowledgedIsLost() {
        var figure = KilledMidWrite.run(suite, 5);

        System.out.println(figure);
        assertThat(figure.acknowledged()).isPositive();
        assertThat(figure.lost()).isZero();
        assertThat(figure.unrecorded()).isZero();
        assertThat(figure.intact()).isTrue();
    }
}
