package io.jointly.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembershipTest {
    @Test
    void readsWhoHeadsAndWhoBelongs() {
        var groups = List.of("/units/a/heads", "/units/a/members", "/units/b/members");
        assertThat(Membership.codes(groups, Membership.HEADS)).containsExactly("a");
        assertThat(Membership.codes(groups, Membership.MEMBERS))
                .containsExactlyInAnyOrder("a", "b");
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
                "/units/a/heads/",
                "/units/a/b/heads",
                "/x/units/a/heads",
                "/units/a/HEADS",
                "/units/a/heads ",
                "/units/a/deputy-heads"
            })
    void isNotMisledByGroupsOfAnotherForm(String group) {
        assertThat(Membership.codes(List.of(group), Membership.HEADS)).isEmpty();
    }
}
