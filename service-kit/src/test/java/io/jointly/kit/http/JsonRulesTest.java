package io.jointly.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.quarkus.jackson.ObjectMapperCustomizer;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRulesTest {
    record Wish(
            String text,
            BigDecimal amount,
            Integer count,
            Boolean flag,
            Instant at,
            LocalDate on,
            Duration lasting,
            List<String> words,
            Map<String, String> names) {}

    private final ObjectMapper json = mapper();

    /** As Quarkus makes it: whoever adapts it comes in the order of priorities. */
    private static ObjectMapper mapper() {
        var mapper = new ObjectMapper();
        Stream.of(new JsonRules(), new Modules())
                .sorted()
                .forEach(customizer -> customizer.customize(mapper));
        return mapper;
    }

    /** What Quarkus itself adds to every mapper, with the priority that it does so. */
    private static final class Modules implements ObjectMapperCustomizer {
        @Override
        public int priority() {
            return QUARKUS_CUSTOMIZER_PRIORITY;
        }

        @Override
        public void customize(ObjectMapper mapper) {
            mapper.registerModule(new JavaTimeModule());
        }
    }

    @Test
    void readsWhatIsMeantAndWritesItTheSameWay() throws Exception {
        var text =
                "{\"text\":\"t\",\"amount\":1.50,\"count\":2,\"flag\":true,\"at\":\"2026-01-31T09:30:00Z\",\"on\":\"2026-01-31\",\"lasting\":\"PT2H\",\"words\":[\"a\"],\"names\":{\"k\":\"v\"}}";
        assertThat(json.writeValueAsString(json.readValue(text, Wish.class))).isEqualTo(text);
    }

    @Test
    void readsInstantsOfAnyZone() throws Exception {
        assertThat(json.readValue("{\"at\":\"2026-01-31T10:30:00+01:00\"}", Wish.class).at())
                .isEqualTo("2026-01-31T09:30:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"other\":1}",
                "{\"text\":1}",
                "{\"text\":true}",
                "{\"text\":{}}",
                "{\"text\":\"a\\u0000\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"text\":\"\\ud800\\ud800\"}",
                "{\"text\":\"\\udc00\\ud800\"}",
                "{\"words\":\"a\"}",
                "{\"words\":[1]}",
                "{\"words\":[\"\\u0000\"]}",
                "{\"names\":{\"\\u0000\":\"v\"}}",
                "{\"names\":{\"\\ud800\":\"v\"}}",
                "{\"names\":{\"k\":\"v\",\"k\":\"w\"}}",
                "{\"amount\":\"1\"}",
                "{\"amount\":true}",
                "{\"amount\":1e101}",
                "{\"amount\":1e999999999}",
                "{\"amount\":1e-999999999}",
                "{\"amount\":{}}",
                "{\"count\":1.0}",
                "{\"count\":\"1\"}",
                "{\"count\":1e2}",
                "{\"count\":99999999999}",
                "{\"flag\":0}",
                "{\"flag\":\"true\"}",
                "{\"at\":1767225600}",
                "{\"at\":\"1767225600\"}",
                "{\"at\":\"2026-01-31\"}",
                "{\"at\":\"2026-01-31T09:30:00\"}",
                "{\"at\":\"+10000-01-01T00:00:00Z\"}",
                "{\"at\":\"\"}",
                "{\"on\":[2026,1,31]}",
                "{\"on\":20484}",
                "{\"on\":\"2026-02-30\"}",
                "{\"on\":\"+12026-01-31\"}",
                "{\"lasting\":\"2 hours\"}",
                "{\"lasting\":5}",
                "{\"lasting\":-5}",
                "{\"lasting\":1.5}",
                "{\"lasting\":\"5\"}",
                "{\"lasting\":\"\"}",
                "{\"lasting\":\"P1M\"}",
                "{\"lasting\":\"PT99999999999999999999H\"}",
                "{\"lasting\":\"PT9223372036854775807S\"}",
                "{\"lasting\":\"PT-9223372036854775808S\"}",
                "{\"lasting\":true}",
                "{\"lasting\":[5]}",
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{} {}",
                "{\"text\":\"a\",}",
                "{text:\"a\"}"
            })
    void refusesWhatWouldHaveToBeGuessed(String text) {
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> json.readValue(text, Wish.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\\u0000\"}",
                "{\"amount\":1e999999999}",
                "{\"at\":\"+10000-01-01T00:00:00Z\"}",
                "{\"lasting\":5}",
                "{\"names\":{\"\\u0000\":\"v\"}}"
            })
    void refusesTheSameOnTheWayThroughATree(String text) throws Exception {
        var tree = json.readTree(text);
        assertThatExceptionOfType(JsonProcessingException.class)
                .isThrownBy(() -> json.treeToValue(tree, Wish.class));
    }

    @Test
    void saysOfADurationGivenAsANumberWhichFieldItIs() {
        assertThatExceptionOfType(JsonMappingException.class)
                .isThrownBy(() -> json.readValue("{\"lasting\":5}", Wish.class))
                .satisfies(e -> assertThat(e.getPath().get(0).getFieldName()).isEqualTo("lasting"))
                .withMessageContaining("is not an ISO 8601 duration");
    }

    @Test
    void refusesDepthWithoutEnd() {
        for (var deep : List.of("[".repeat(10_000), "{\"a\":".repeat(10_000))) {
            assertThatExceptionOfType(JsonProcessingException.class)
                    .isThrownBy(() -> json.readValue(deep, JsonNode.class));
        }
    }

    @Property
    void keepsEveryTextThatIsText(@ForAll String text) throws Exception {
        var written = json.writeValueAsString(Map.of("text", text));
        if (Bounds.isText(text)) {
            assertThat(json.readValue(written, Wish.class).text()).isEqualTo(text);
        } else {
            assertThatExceptionOfType(JsonProcessingException.class)
                    .isThrownBy(() -> json.readValue(written, Wish.class));
        }
    }
}
