package io.jointly.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class RequestLineGuardTest {
    private static final List<String> PATHS =
            List.of("/", "/login", "/logout", "/api/session", "/api/catalog/v1/departments");

    @ParameterizedTest
    @ValueSource(strings = {"X-No-Host: at all", "Host:", "Host: a b", "Host: a:port", "Host: /"})
    void refusesARequestToNoHost(String header) throws IOException {
        for (var path : PATHS) {
            var answer =
                    RawHttp.send(
                            GatewayStack.url(),
                            List.of("GET " + path + " HTTP/1.1", header, bearer()));
            assertThat(answer.status()).as(path + answer.text()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"%zz", "q=%zz", "to=%", "to=%2", "%00=%f", "q=%C0%80", "q=<a>"})
    void refusesAQueryThatCannotBeDecoded(String query) throws IOException {
        for (var path : PATHS) {
            var answer = RawHttp.get(GatewayStack.url(), path + "?" + query, bearer());
            assertThat(answer.status()).as(path + answer.text()).isEqualTo(400);
            assertThat(answer.text())
                    .as(path)
                    .containsIgnoringCase("content-type: application/problem+json")
                    .contains("/docs/problems/invalid-request", "traceId");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: -1",
                "Content-Length: 1e9",
                "Content-Length: 99999999999999999999",
                "Transfer-Encoding: nonsense",
                "Authorization: Bearer",
                "Authorization:",
                "Cookie: q_session_portal=%%%",
                "Cookie: ;;;=",
                "Forwarded: ;;;",
                "traceparent: 00-00000000000000000000000000000000-0000000000000000-00",
                "Accept: ///",
                "Origin: :::"
            })
    void failsOnNoHeader(String header) throws IOException {
        for (var path : PATHS) {
            var answer = RawHttp.get(GatewayStack.url(), path, header);
            assertThat(answer.status()).as(path + answer.text()).isBetween(0, 499);
        }
    }

    private static String bearer() {
        return "Authorization: Bearer " + GatewayStack.identity().tokenOf("line-tester");
    }
}
