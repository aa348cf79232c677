package io.jointly.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.gateway.stack.GatewayStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(GatewayStack.class)
class AmbiguousPathTest {
    /** Ways to write a path that one reader takes for another than the next reader does. */
    private static final List<String> FORMS =
            List.of(
                    "/api/catalog/v1/departments;",
                    "/api/catalog/v1/departments;a=b",
                    "/api/catalog;/v1/departments",
                    "/api;x/catalog/v1/departments",
                    "/;/api/catalog/v1/departments",
                    "/api/catalog/v1/departments%3B",
                    "/api/catalog/v1/departments%3ba=b",
                    "/api%3B/catalog/v1/departments",
                    "/api%2Fcatalog%2Fv1%2Fdepartments",
                    "/api%2fcatalog/v1/departments",
                    "/api/catalog%2Fv1/departments",
                    "/%2Fapi/catalog/v1/departments",
                    "/api%5Ccatalog%5Cv1%5Cdepartments",
                    "/api%5ccatalog/v1/departments",
                    "/api\\catalog\\v1\\departments",
                    "//api/catalog/v1/departments",
                    "/api//catalog/v1/departments",
                    "/api/catalog//v1/departments",
                    "/api/catalog/v1//departments",
                    "/api/catalog/v1/departments//",
                    "/./api/catalog/v1/departments",
                    "/api/./catalog/v1/departments",
                    "/api/catalog/v1/./departments",
                    "/api/catalog/v1/departments/.",
                    "/api/catalog/v1/departments/..",
                    "/x/../api/catalog/v1/departments",
                    "/api/reports/../catalog/v1/departments",
                    "/api/catalog/v1/../../okr/v1/objectives",
                    "/api/catalog/v1/departments/..;/",
                    "/x/..;/api/catalog/v1/departments",
                    "/assets/..;/api/catalog/v1/departments",
                    "/api/catalog/v1/%2e/departments",
                    "/api/catalog/v1/%2E%2E/v1/departments",
                    "/x/%2e%2e/api/catalog/v1/departments",
                    "/x/.%2e/api/catalog/v1/departments",
                    "/x/%2e./api/catalog/v1/departments",
                    "/api/catalog/v1/%252e%252e/departments",
                    "/api%252Fcatalog/v1/departments",
                    "/api/catalog/v1/departments%00",
                    "/api/catalog/v1/%00departments",
                    "/api/catalog/v1/departments%0a",
                    "/api/catalog/v1/departments%0d%0aX:y",
                    "/api/catalog/v1/departments%7F",
                    "/api/%c0%ae%c0%ae/catalog/v1/departments",
                    "/api%c0%afcatalog/v1/departments",
                    "/api%c1%9ccatalog/v1/departments",
                    "/api/catalog/v1/departments%",
                    "/api/catalog/v1/departments%2",
                    "/api/catalog/v1/departments%zz",
                    "/api/catalog/v1/departments%u002f");

    /** Forms that mean one thing only, but not what they pretend to mean. */
    private static final List<String> OTHER_NAMES =
            List.of(
                    "/API/catalog/v1/departments",
                    "/api/Catalog/v1/departments",
                    "/%61pi/catalog/v1/departments",
                    "/api/c%61talog/v1/departments",
                    "/api/catalog/V1/departments",
                    "/api/catalog/v1%20/departments");

    static Stream<String> forms() {
        return FORMS.stream();
    }

    static Stream<String> otherNames() {
        return OTHER_NAMES.stream();
    }

    @BeforeEach
    void forgetWhatWasSent() {
        GatewayStack.catalog().reset();
    }

    @ParameterizedTest
    @MethodSource("forms")
    void refusesAPathThatCanBeReadInTwoWays(String form) throws IOException {
        for (var headers : callers()) {
            var answer = RawHttp.get(GatewayStack.url(), form, headers);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
        }
        assertThat(GatewayStack.catalog().received()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("otherNames")
    void takesNoOtherNameForAServicesApi(String form) throws IOException {
        var anonymous = RawHttp.get(GatewayStack.url(), form);
        assertThat(anonymous.status()).as(anonymous.text()).isIn(401, 404);
        var signedIn = RawHttp.get(GatewayStack.url(), form, bearer());
        assertThat(signedIn.status()).as(signedIn.text()).isEqualTo(404);
        assertThat(GatewayStack.catalog().received()).isEmpty();
    }

    private static List<String[]> callers() {
        return List.of(new String[0], new String[] {bearer()});
    }

    private static String bearer() {
        return "Authorization: Bearer " + GatewayStack.identity().tokenOf("path-tester");
    }
}
