package io.jointly.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.acceptance.suite.RunningSuite;
import io.jointly.acceptance.trust.AuthorisationMatrix;
import io.jointly.acceptance.trust.LostUpdates;
import io.jointly.acceptance.trust.PathEncodings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The promises of trust in a size that every build can afford. */
@ExtendWith(Running.class)
class TrustIT {
    private final RunningSuite suite;

    TrustIT(RunningSuite suite) {
        this.suite = suite;
    }

    @Test
    void everyOperationLetsInWhomItDeclaresAndNobodyElse() {
        var figure = AuthorisationMatrix.run(suite);

        System.out.println(figure);
        assertThat(figure.operations()).isGreaterThan(40);
        assertThat(figure.undeclared()).isZero();
        assertThat(figure.wrong()).isEmpty();
    }

    @Test
    void noSpellingOfAPathReachesWhatThePlainOneIsRefused() {
        var figure = PathEncodings.run(suite, 7);

        System.out.println(figure);
        assertThat(figure.encodings()).isGreaterThanOrEqualTo(40);
        assertThat(figure.wrong()).isEmpty();
    }

    @Test
    void noUpdateIsLostWhenManyChangeTheSameRecords() {
        var figure = LostUpdates.run(suite, new LostUpdates.Size(8, 5, 600));

        System.out.println(figure);
        assertThat(figure.changes()).isPositive();
        assertThat(figure.wrong()).isEmpty();
    }
}
