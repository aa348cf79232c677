package io.jointly.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.Kind;
import io.jointly.kit.problem.StandardProblem;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class CallerTest {
    @Test
    void headsOnlyWhatTheConfiguredTreeSays() {
        var caller = caller("/units/a/heads", "/projects/b/heads");
        assertThat(caller.headOf()).containsExactly("a");
        assertThat(caller.isHeadOf("b")).isFalse();
        assertThat(caller.isHeadOfAny(List.of("b", "c"))).isFalse();
    }

    @Test
    void takesOutTheOwnUnitsOnly() {
        var caller = caller("/units/a/heads", "/units/b/heads", "/units/c/members");
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(
                        () ->
                                caller.requireToSpeakForAllWhoLeave(
                                        "/owners", List.of("d", "a", "c"), List.of("b")))
                .satisfies(
                        problem -> {
                            assertThat(problem.kind()).isEqualTo(Kind.FORBIDDEN);
                            assertThat(problem.code()).isEqualTo("speaks-for-others");
                            assertThat(problem.errors())
                                    .containsExactly(FieldError.at("/owners", "leaves out c, d"));
                        });
    }

    @Test
    void letsTheOwnUnitsLeaveAndOthersComeOrStay() {
        var caller = caller("/units/a/heads", "/units/b/heads");
        assertThatCode(
                        () ->
                                caller.requireToSpeakForAllWhoLeave(
                                        "/owners", List.of("a", "b", "c"), List.of("c", "d")))
                .doesNotThrowAnyException();
    }

    private static Caller caller(String... groups) {
        var identity =
                QuarkusSecurityIdentity.builder().setPrincipal(new Token(Set.of(groups))).build();
        return new Caller(identity, new Membership("/units"));
    }

    private record Token(Set<String> groups) implements JsonWebToken {
        @Override
        public String getName() {
            return "somebody";
        }

        @Override
        public Set<String> getClaimNames() {
            return Set.of("groups");
        }

        @Override
        @SuppressWarnings("unchecked") // the type is the asker's wish, as the interface has it
        public <T> T getClaim(String name) {
            return name.equals("groups") ? (T) groups : null;
        }
    }
}
