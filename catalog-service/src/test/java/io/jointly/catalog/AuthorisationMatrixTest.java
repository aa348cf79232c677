package io.jointly.catalog;

import io.jointly.kit.testing.AuthorisationMatrix;
import io.jointly.kit.testing.OpenApiDocument;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class AuthorisationMatrixTest {
    private final AuthorisationMatrix matrix = AuthorisationMatrix.of(OpenApiDocument.built());

    @Test
    void turnsAwayWhoIsNotSignedIn() {
        matrix.turnsAwayWhoIsNotSignedIn();
    }

    @Test
    void turnsAwayWhoHasNotTheRole() {
        matrix.turnsAwayWhoHasNotTheRole();
    }

    @Test
    void readsNoPathInTwoWays() {
        matrix.readsNoPathInTwoWays();
    }
}
