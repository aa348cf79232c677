package io.jointly.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TraceTest {
    @Test
    void beginsOneOutsideOfARequest() {
        assertThat(Trace.current()).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(Trace.currentId()).matches("[0-9a-f]{32}");
    }

    @Test
    void beginsADifferentOneEachTime() {
        assertThat(IntStream.range(0, 1_000).mapToObj(i -> Trace.currentId()))
                .doesNotHaveDuplicates();
    }
}
