package io.jointly.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipTest {
    private final Membership membership = new Membership("/units");

    @Test
    void readsWhoHeadsAndWhoBelongs() {
        var groups = List.of("/units/a/heads", "/units/a/members", "/units/b/members");
        assertThat(membership.codes(groups, Membership.HEADS)).containsExactly("a");
        assertThat(membership.codes(groups, Membership.MEMBERS))
                .containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void readsATreeThatStandsDeeper() {
        var deeper = new Membership("/group/units");
        assertThat(deeper.codes(List.of("/group/units/a/heads"), Membership.HEADS))
                .containsExactly("a");
        assertThat(deeper.codes(List.of("/units/a/heads"), Membership.HEADS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/projects/a/heads", "/unit/a/heads", "/units2/a/heads", "//a/heads"})
    void isNotMisledByGroupsOfAnotherTree(String group) {
        assertThat(membership.codes(List.of(group), Membership.HEADS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "heads",
                "/heads",
                "/a/heads",
                "units/a/heads",
                "/units/heads",
                "/units//heads",
                "/units/a/heads/",
                "/units/a/b/heads",
                "/x/units/a/heads",
                "/Units/a/heads",
                "/units/a/HEADS",
                "/units/a/heads ",
                "/units/a/deputy-heads"
            })
    void isNotMisledByGroupsOfAnotherForm(String group) {
        assertThat(membership.codes(List.of(group), Membership.HEADS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "units", "/units/"})
    void refusesATreeThatIsNoPath(String tree) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Membership(tree));
    }
}
