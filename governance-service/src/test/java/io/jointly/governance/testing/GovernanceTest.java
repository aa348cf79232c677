package io.jointly.governance.testing;

import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;

/** A test of the running service: real PostgreSQL, real tokens, fake neighbours that are up. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(FakeNeighbours.class)
public abstract class GovernanceTest {
    @Inject protected TestNow now;

    @BeforeEach
    void startFromAKnownPlace() {
        Neighbourhood.up();
        now.turnBack();
    }
}
