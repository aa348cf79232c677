package io.jointly.okr.reference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActorTest {
    @Test
    void isShownByTheNameThatPeopleKnow() {
        assertThat(new Actor("head-it", "Ines Okafor").shown()).isEqualTo("Ines Okafor");
    }

    @Test
    void isShownByTheAccountWhereNoNameWasKept() {
        assertThat(new Actor("head-it", null).shown()).isEqualTo("head-it");
        assertThat(Actor.measure("value-stream:joiners/ping-pong-share").shown())
                .isEqualTo("measure:value-stream:joiners/ping-pong-share");
    }
}
