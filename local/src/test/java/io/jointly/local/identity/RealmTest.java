package io.jointly.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RealmTest {
    private static final List<String> DEPARTMENTS =
            List.of(
                    "it",
                    "hr",
                    "facilities",
                    "finance",
                    "procurement",
                    "legal",
                    "sales",
                    "operations",
                    "logistics",
                    "plant-north",
                    "plant-south",
                    "customer-care");

    private JsonNode realm;

    @BeforeEach
    void read() throws IOException {
        realm =
                new ObjectMapper()
                        .readTree(RealmTest.class.getResource("/realm/jointly-realm.json"));
    }

    @Test
    void holdsNoSecretOfItsOwn() {
        assertThat(realm.findValuesAsText("secret")).hasSize(4).allMatch(RealmTest::isPlaceholder);
        for (var user : realm.get("users")) {
            assertThat(user.path("credentials").findValuesAsText("value"))
                    .allMatch(RealmTest::isPlaceholder);
        }
    }

    @Test
    void givesEachDepartmentAHead() {
        for (var department : DEPARTMENTS) {
            var head = named("users", "username", "head-" + department);

            assertThat(texts(head.get("groups")))
                    .containsExactly(
                            "/departments/" + department + "/heads",
                            "/departments/" + department + "/members");
        }
    }

    @Test
    void letsPasswordsInAtTheCommandLineClientAlone() {
        for (var client : realm.get("clients")) {
            assertThat(client.get("directAccessGrantsEnabled").asBoolean())
                    .isEqualTo(client.get("clientId").asText().equals("demo-cli"));
        }
    }

    @Test
    void givesTheWritingScopesToTheIntegratorAlone() {
        for (var client : realm.get("clients")) {
            var writing =
                    texts(client.get("defaultClientScopes")).stream()
                            .filter(scope -> scope.contains(":"));
            if (client.get("clientId").asText().equals("integrator")) {
                assertThat(writing)
                        .containsExactly("flow:write", "measurements:write", "catalog:write");
            } else {
                assertThat(writing).isEmpty();
            }
        }
    }

    @Test
    void signsPeopleInByCodeWithProofKey() {
        var gateway = named("clients", "clientId", "gateway");

        assertThat(gateway.get("publicClient").asBoolean()).isFalse();
        assertThat(gateway.at("/attributes/pkce.code.challenge.method").asText()).isEqualTo("S256");
        assertThat(realm.get("accessTokenLifespan").asInt()).isEqualTo(300);
        assertThat(realm.get("ssoSessionMaxLifespan").asInt()).isEqualTo(36_000);
    }

    @Test
    void leavesPlainHttpToThisMachineUnlessOpenedToOthers() {
        assertThat(realm.get("sslRequired").asText()).isEqualTo("${JOINTLY_SSL_REQUIRED:external}");
        assertThat(new PlainHttp("127.0.0.1").wanted()).isEmpty();
        assertThat(new PlainHttp("192.0.2.2").wanted()).contains("none");
    }

    private JsonNode named(String list, String key, String name) {
        return StreamSupport.stream(realm.get(list).spliterator(), false)
                .filter(entry -> entry.get(key).asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private static boolean isPlaceholder(String value) {
        return value.matches("\\$\\{JOINTLY_[A-Z_]+}");
    }
}
