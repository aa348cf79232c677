package io.jointly.kit.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.jointly.kit.problem.StandardProblem;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingTest {
    @Property
    void showsEveryRowOnceAndInOrderWhateverThePageSize(
            @ForAll @UniqueElements @Size(max = 60) List<@IntRange(min = 0) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 20) int limit) {
        var rows = numbers.stream().sorted().toList();
        var seen = new ArrayList<Integer>();
        String cursor = null;
        do {
            var page =
                    paging(limit, cursor)
                            .page(from(rows), Object::toString, row -> row, rows::size);
            assertThat(page.items().size()).isLessThanOrEqualTo(limit);
            seen.addAll(page.items());
            cursor = cursorOf(page.next());
        } while (cursor != null);
        assertThat(seen).isEqualTo(rows);
    }

    @Test
    void countsOnlyWhenAsked() {
        var paging = paging(1, null);
        assertThat(page(paging).total()).isNull();
        paging.count = "true";
        assertThat(page(paging).total()).isEqualTo(3);
    }

    @Test
    void saysWhereItIsAndWhereItGoesOn() {
        var page = page(paging(1, null));
        assertThat(page.self()).isEqualTo("/api/kit/v1/things?q=50%25%20a%26b");
        assertThat(page.next()).startsWith("/api/kit/v1/things?").contains("q=50%25%20a%26b");
        assertThat(page(paging(3, null)).next()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "a b", "\u00e9", "=", "AA", "YQBi"})
    void refusesACursorThatIsNotOneOfOurs(String cursor) {
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(() -> page(paging(1, cursor)))
                .withMessageContaining("cursor");
    }

    @Test
    void refusesAKeyThatIsNoNumber() {
        assertThat(Paging.number(null)).isNull();
        assertThat(Paging.number("17")).isEqualTo(17);
        assertThatExceptionOfType(StandardProblem.class).isThrownBy(() -> Paging.number("x"));
        assertThatExceptionOfType(StandardProblem.class)
                .isThrownBy(() -> Paging.number("99999999999999999999"));
    }

    private static Page<Integer> page(Paging paging) {
        return paging.page(from(List.of(1, 2, 3)), Object::toString, row -> row, () -> 3);
    }

    private static Paging.Rows<Integer> from(List<Integer> rows) {
        return (key, most) ->
                rows.stream()
                        .filter(row -> key == null || row > Paging.number(key))
                        .limit(most)
                        .toList();
    }

    private static Paging paging(int limit, String cursor) {
        var paging = new Paging();
        paging.limit = Integer.toString(limit);
        paging.cursor = cursor;
        paging.uri = at(URI.create("http://localhost/api/kit/v1/things?q=50%25%20a%26b"));
        return paging;
    }

    /** As much of a request's address as paging looks at. */
    private static UriInfo at(URI uri) {
        return (UriInfo)
                Proxy.newProxyInstance(
                        UriInfo.class.getClassLoader(),
                        new Class<?>[] {UriInfo.class},
                        (proxy, method, arguments) ->
                                switch (method.getName()) {
                                    case "getRequestUri" -> uri;
                                    case "getRequestUriBuilder" -> UriBuilder.fromUri(uri);
                                    default ->
                                            throw new UnsupportedOperationException(
                                                    method.getName());
                                });
    }

    private static String cursorOf(String next) {
        if (next == null) {
            return null;
        }
        for (var pair : URI.create(next).getRawQuery().split("&")) {
            if (pair.startsWith("cursor=")) {
                return URLDecoder.decode(pair.substring(7), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("no cursor in " + next);
    }
}
