package io.jointly.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.jointly.governance.testing.GovernanceTest;
import io.jointly.kit.testing.AuthorisationMatrix;
import io.jointly.kit.testing.OpenApiDocument;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The API description is committed, complete, and true of every operation. */
@QuarkusTest
class OpenApiDocumentTest extends GovernanceTest {
    static final Path COMMITTED = Path.of("../docs/openapi/governance.json");

    private final OpenApiDocument document = OpenApiDocument.built();

    @Test
    void isTheCommittedOne() {
        document.isCommittedAs(COMMITTED);
    }

    @Test
    void describesEveryOperation() {
        document.describesEveryOperation();
        assertThat(document.operations())
                .filteredOn(o -> o.consumes() != null)
                .allSatisfy(
                        o ->
                                assertThat(o.description().findPath("$ref").asText())
                                        .startsWith("#/components/schemas/"));
    }

    @Test
    void turnsAwayWhoeverMustBe() {
        var matrix = AuthorisationMatrix.of(document);
        matrix.turnsAwayWhoIsNotSignedIn();
        matrix.turnsAwayWhoHasNotTheRole();
        matrix.readsNoPathInTwoWays();
    }
}
