package io.jointly.kit.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @Test
    void readsKindAndReference() {
        var link = Link.parse("some-kind:REF-42");
        assertThat(link.kind()).isEqualTo("some-kind");
        assertThat(link.reference()).isEqualTo("REF-42");
        assertThat(link).hasToString("some-kind:REF-42").isEqualTo(new Link("some-kind", "REF-42"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "kind",
                "kind:",
                ":ref",
                "Kind:ref",
                "kind:ref:ref",
                "kind: ref",
                "kind:-ref",
                "kind:../ref",
                "kind:ref\n",
                "k:ref",
                "kind/other:ref"
            })
    void refusesWhatIsNoLink(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Link.parse(text))
                .withMessageContaining("kind:reference");
    }

    @Test
    void refusesEndlessLinks() {
        assertThat(Link.parse("kind:" + "a".repeat(80)).reference()).hasSize(80);
        assertThatIllegalArgumentException().isThrownBy(() -> Link.parse("kind:" + "a".repeat(81)));
    }
}
