package io.jointly.governance.link;

import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.concern;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.question;
import static io.jointly.governance.testing.Governance.raised;
import static io.jointly.governance.testing.Governance.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.jointly.governance.testing.GovernanceTest;
import io.jointly.governance.testing.Neighbourhood;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a slow neighbour, or many who ask it at once, may cost those who need nothing of it. */
@QuarkusTest
class SlowNeighboursTest extends GovernanceTest {
    /** More than the pool has connections, of which those who wait for neighbours may take five. */
    private static final int CALLERS = 8;

    @Inject CircuitBreakerMaintenance breakers;

    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    @BeforeEach
    void forgetOldTroubles() {
        breakers.resetAll();
    }

    @AfterEach
    void endTheCallers() {
        Neighbourhood.up();
        breakers.resetAll();
        callers.shutdownNow();
    }

    @Test
    void leaveConnectionsToThoseWhoDoNotAskThem() throws Exception {
        var it = department();
        var hr = department();
        var record = "/escalations/" + raised(it, hr); // from now on both are known here
        Neighbourhood.hanging();
        var raising = new ArrayList<Future<Integer>>();
        for (var i = 0; i < CALLERS; i++) {
            // A key makes each hold a connection for as long as it takes.
            var about = i % 2 == 0 ? "service:slow-" + i : "objective:slow-" + i;
            raising.add(callers.submit(() -> raise(it, hr, about)));
        }
        Thread.sleep(300); // they are all under way, and nobody has been answered by a neighbour
        for (var i = 0; i < 5; i++) {
            get(record).statusCode(200); // 503 when no connection is left for it
        }
        for (var answer : raising) {
            assertThat(answer.get()).isEqualTo(201);
        }
        get("/escalations?department=" + it + "&limit=1")
                .body("items[0].about.verified", contains(false));
    }

    @Test
    void twoWhoNameTheSameNewDepartmentsDoNotBlockEachOther() throws Exception {
        for (var round = 0; round < 15; round++) {
            var one = department();
            var other = department();
            var first = callers.submit(() -> raise(one, other, "service:mail"));
            var second = callers.submit(() -> raise(other, one, "service:mail"));
            assertThat(List.of(first.get(), second.get())).containsExactly(201, 201);
        }
    }

    @Test
    void anEscalationIsNotLockedWhileItsDecisionAsksForNewDepartments() throws Exception {
        var it = department();
        var hr = department();
        var record = "/escalations/" + raised(it, hr);
        var body = new HashMap<>(question(it, hr, department()));
        var tag = get(record).extract().header("ETag");
        Neighbourhood.hanging();
        var opening =
                callers.submit(
                        () ->
                                as(Tokens.head(it))
                                        .contentType("application/json")
                                        .header("If-Match", tag)
                                        .body(body)
                                        .post(record + "/decisions")
                                        .statusCode());
        Thread.sleep(500); // it waits for catalog by now
        as(Tokens.head(hr))
                .contentType("application/json")
                .header("If-Match", tag)
                .body(Map.of("department", hr))
                .post(record + "/acknowledgements")
                .then()
                .statusCode(200)
                .body("acknowledgements[0].department", equalTo(hr));
        assertThat(opening.isDone()).as("it still waits, and nobody for it").isFalse();
        assertThat(opening.get()).isEqualTo(503);
    }

    private int raise(String one, String other, String about) {
        return as(Tokens.head(one))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(with(concern(one, other), "about", List.of(about)))
                .post("/escalations")
                .statusCode();
    }
}
