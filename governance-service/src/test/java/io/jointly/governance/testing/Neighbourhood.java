package io.jointly.governance.testing;

import static io.restassured.RestAssured.given;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;

/** Tells the {@link FakeNeighbours} how to behave. */
public final class Neighbourhood {
    private Neighbourhood() {}

    public static void up() {
        steer("mood", "up");
    }

    /** Answers 503 to everything. */
    public static void down() {
        steer("mood", "down");
    }

    /** Takes longer than anybody should wait. */
    public static void hanging() {
        steer("mood", "hanging");
    }

    /** Puts an event into the feed of {@code catalog} or {@code okr}. */
    public static void happened(String service, String type, Map<String, ?> data) {
        var event = new HashMap<String, Object>();
        event.put("specversion", "1.0");
        event.put("source", "/api/" + service + "/v1");
        event.put("type", "io.jointly." + service + "." + type);
        event.put("time", Instant.now().toString());
        event.put("actor", "head-hr");
        event.put("data", data);
        event.put("new", "a newer service may say more");
        steer(service, event);
    }

    /** Token and trace that came with the last question for a path. */
    public static String askedFor(String path) {
        return steer("nothing", "").get(path);
    }

    private static Map<String, String> steer(String what, Object body) {
        return given().baseUri(
                        ConfigProvider.getConfig().getValue("jointly.catalog.url", String.class))
                .contentType(body instanceof String ? "text/plain" : "application/json")
                .body(body)
                .post("/steer/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("$");
    }
}
