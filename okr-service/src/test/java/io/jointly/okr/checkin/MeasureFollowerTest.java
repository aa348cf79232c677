package io.jointly.okr.checkin;

import static io.jointly.okr.testing.Okr.addKeyResult;
import static io.jointly.okr.testing.Okr.as;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.tag;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.jointly.kit.testing.Tokens;
import io.jointly.okr.testing.Neighbourhood;
import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MeasureFollowerTest extends OkrTest {
    private static final String SHARE = "ping-pong-share";

    @Inject MeasureFollower follower;

    @Test
    void aBoundKeyResultChecksItselfInWhenItsStreamIsMeasuredAnew() {
        var one = department();
        var stream = department();
        Neighbourhood.measures(stream, SHARE, 0.10);
        var objective = draft(one);
        var bound = bind(objective, one, stream);
        var before = tag("/objectives/" + objective);

        Neighbourhood.measures(stream, SHARE, 0.07);
        Neighbourhood.imported(stream);
        follower.follow();

        get("/key-results/" + bound)
                .body("latest.value", equalTo(0.07f))
                .body("latest.source", equalTo("measure"))
                .body("latest.confidence", nullValue())
                .body("progress", equalTo(0.5f));
        get("/objectives/" + objective).body("score", equalTo(0.5f));
        assertThat(tag("/objectives/" + objective)).isNotEqualTo(before);
        as(Tokens.admin())
                .get("/audit?subject=key-result:" + bound)
                .then()
                .body("items[0].action", equalTo("key-result.checked-in"))
                .body("items[0].actor", equalTo("service:okr-service"))
                .body("items[0].onBehalfOf", equalTo("service-account-integrator"));
        assertThat(Neighbourhood.tokenFor("/api/catalog/v1/changes"))
                .as("nobody calls, so the service signs in by itself")
                .startsWith("Bearer ey");
    }

    @Test
    void saysNothingWhenNothingChanged() {
        var one = department();
        var stream = department();
        Neighbourhood.measures(stream, SHARE, 0.10);
        var bound = bind(draft(one), one, stream);
        Neighbourhood.imported(stream);
        Neighbourhood.imported(department());
        follower.follow();
        follower.follow();
        get("/key-results/" + bound + "/check-ins").body("items", hasSize(1));
    }

    @Test
    void checksInOnceHoweverManyReplicasFollow() {
        var one = department();
        var stream = department();
        Neighbourhood.measures(stream, SHARE, 0.10);
        var bound = bind(draft(one), one, stream);
        Neighbourhood.measures(stream, SHARE, 0.05);
        for (var i = 0; i < 5; i++) {
            Neighbourhood.imported(stream);
        }
        var replicas = Executors.newFixedThreadPool(4);
        Stream.generate(() -> CompletableFuture.runAsync(follower::follow, replicas))
                .limit(4)
                .toList()
                .forEach(CompletableFuture::join);
        replicas.shutdown();
        get("/key-results/" + bound + "/check-ins").body("items.value", contains(0.05f, 0.1f));
    }

    @Test
    void losesNothingWhileCatalogIsDown() {
        var one = department();
        var stream = department();
        Neighbourhood.measures(stream, SHARE, 0.10);
        var bound = bind(draft(one), one, stream);
        Neighbourhood.measures(stream, SHARE, 0.06);
        Neighbourhood.imported(stream);
        Neighbourhood.down();
        follower.follow();
        get("/key-results/" + bound + "/check-ins").body("items", hasSize(1));
        Neighbourhood.up();
        follower.follow();
        get("/key-results/" + bound + "/check-ins").body("items.value", contains(0.06f, 0.1f));
    }

    @Test
    void leavesClosedObjectivesAlone() {
        var one = department();
        var stream = department();
        Neighbourhood.measures(stream, SHARE, 0.10);
        var objective = draft(one);
        var bound = bind(objective, one, stream);
        as(Tokens.head(one))
                .header("If-Match", "*")
                .post("/objectives/" + objective + "/closure")
                .then()
                .statusCode(200);
        Neighbourhood.measures(stream, SHARE, 0.01);
        Neighbourhood.imported(stream);
        follower.follow();
        get("/key-results/" + bound).body("latest.value", equalTo(0.1f));
    }

    private static String bind(String objective, String department, String stream) {
        return addKeyResult(
                objective,
                department,
                Map.of(
                        "title",
                        "Incidents that bounce become rare",
                        "target",
                        0.04,
                        "binding",
                        Map.of("measure", "value-stream:" + stream + "/" + SHARE)));
    }
}
