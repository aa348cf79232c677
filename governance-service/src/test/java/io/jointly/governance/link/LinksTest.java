package io.jointly.governance.link;

import static io.jointly.governance.testing.Governance.as;
import static io.jointly.governance.testing.Governance.asHead;
import static io.jointly.governance.testing.Governance.concern;
import static io.jointly.governance.testing.Governance.department;
import static io.jointly.governance.testing.Governance.get;
import static io.jointly.governance.testing.Governance.history;
import static io.jointly.governance.testing.Governance.post;
import static io.jointly.governance.testing.Governance.problem;
import static io.jointly.governance.testing.Governance.raised;
import static io.jointly.governance.testing.Governance.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.jointly.governance.testing.GovernanceTest;
import io.jointly.governance.testing.Neighbourhood;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LinksTest extends GovernanceTest {
    @Inject LinkCheck job;
    @Inject CircuitBreakerMaintenance breakers;

    private final String it = department();
    private final String hr = department();

    @BeforeEach
    void forgetOldTroubles() {
        breakers.resetAll();
    }

    @Test
    void areCheckedWithTheCallersTokenAndTrace() {
        var stream = department();
        var token = Tokens.head(it);
        var trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        as(token)
                .header("traceparent", trace)
                .contentType("application/json")
                .body(with(concern(it, hr), "about", List.of("value-stream:" + stream)))
                .post("/escalations")
                .then()
                .statusCode(201);
        assertThat(Neighbourhood.askedFor("/api/catalog/v1/value-streams/" + stream))
                .isEqualTo("Bearer " + token + " " + trace);
    }

    @Test
    void areKeptUnverifiedWhileTheOwnerIsDownAndVerifiedLater() {
        raised(it, hr); // from now on the departments are known here
        Neighbourhood.down();
        var path = "/escalations/" + about("service:laptops", "objective:no-9");
        get(path)
                .body("about.verified", contains(false, false))
                .body("about[0].missing", nullValue());
        job.run();
        get(path).body("about.verified", contains(false, false)).body("version", equalTo(0));
        Neighbourhood.up();
        breakers.resetAll();
        job.run();
        job.run();
        get(path)
                .body("about.verified", contains(true, false))
                .body("about[1].missing", equalTo(true))
                .body("version", equalTo(1));
        assertThat(history("escalation:" + path.substring(13)))
                .containsExactly("escalation.raised", "escalation.links-checked");
        assertThat(Neighbourhood.askedFor("/api/catalog/v1/services/laptops"))
                .startsWith("Bearer ");
    }

    @Test
    void doNotHoldUpTheCallerWhenTheOwnerHangs() {
        raised(it, hr);
        Neighbourhood.hanging();
        var before = System.nanoTime();
        var path = "/escalations/" + about("service:hanging", "service:too", "service:as-well");
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(6));
        get(path).body("about.verified", contains(false, false, false));
    }

    @Test
    void anUnknownDepartmentIsNeverTakenOnTrust() {
        problem(
                        asHead(it)
                                .contentType("application/json")
                                .body(concern(it, "no-such-department"))
                                .post("/escalations")
                                .then(),
                        422,
                        "department-not-found")
                .body("errors[0].pointer", equalTo("/departments/1"));
        Neighbourhood.down();
        problem(
                post(Tokens.head(it), "/escalations", concern(it, department())),
                503,
                "unavailable");
    }

    private String about(String... links) {
        return post(Tokens.head(it), "/escalations", with(concern(it, hr), "about", List.of(links)))
                .statusCode(201)
                .extract()
                .path("ref");
    }
}
