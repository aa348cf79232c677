package io.jointly.local.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jointly.local.Options;
import io.jointly.local.Suite;
import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.PartName;
import io.jointly.local.workspace.Workspace;
import java.io.IOException;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real Keycloak with the realm of the repository: what its tokens say. */
class TokensIT {
    private static Suite suite;

    @BeforeAll
    static void start() {
        suite =
                Suite.start(
                        Options.temporary()
                                .withParts(EnumSet.of(PartName.DATABASE, PartName.IDENTITY)));
    }

    @AfterAll
    static void stop() {
        suite.close();
        Workspace.deleteTree(suite.workspace().data());
    }

    @Test
    void nameAHeadAndTheDepartment() throws IOException {
        var claims = claims("head-hr");

        assertThat(claims.get("iss").asText()).isEqualTo(suite.realmUrl());
        assertThat(claims.get("aud").asText()).isEqualTo("jointly");
        assertThat(claims.get("preferred_username").asText()).isEqualTo("head-hr");
        assertThat(claims.get("name").asText()).isEqualTo("Claire Dubois");
        assertThat(texts(claims.get("groups")))
                .containsExactlyInAnyOrder("/departments/hr/heads", "/departments/hr/members");
        assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(300);
    }

    @Test
    void nameTheRolesOfSponsorAndAdministrator() throws IOException {
        assertThat(texts(claims("sponsor").at("/realm_access/roles")))
                .containsExactly("executive-sponsor");
        assertThat(texts(claims("admin").at("/realm_access/roles")))
                .containsExactly("governance-admin");
    }

    @Test
    void giveTheIntegratorItsScopes() throws IOException {
        var claims = claims("integrator");

        assertThat(texts(claims.at("/realm_access/roles"))).containsExactly("integrator");
        assertThat(List.of(claims.get("scope").asText().split(" ")))
                .contains("flow:write", "measurements:write", "catalog:write");
        assertThat(claims.get("aud").asText()).isEqualTo("jointly");
    }

    @Test
    void letServicesReadEachOther() throws IOException {
        for (var service : List.of("okr-service", "governance-service")) {
            assertThat(texts(claims(service).at("/realm_access/roles"))).containsExactly("service");
        }
    }

    @Test
    void areRefusedToStrangers() {
        assertThatExceptionOfType(LocalProblem.class)
                .isThrownBy(() -> suite.token("nobody"))
                .withMessageContaining("Keycloak gives no token to 'nobody'");
    }

    private static JsonNode claims(String user) throws IOException {
        var payload = suite.token(user).split("\\.", -1)[1];
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(payload));
    }

    private static List<String> texts(JsonNode array) {
        var texts = new java.util.ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
