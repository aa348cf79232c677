package io.jointly.okr.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import java.util.Locale;
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

    public static void measures(String stream, String code, double value) {
        measure(stream, code, String.format(Locale.ROOT, "%f", value));
    }

    public static void measuresNothing(String stream, String code) {
        measure(stream, code, "null");
    }

    public static void imported(String stream) {
        steer("imported", stream);
    }

    /** The {@code Authorization} that came with the last question for a path. */
    public static String tokenFor(String path) {
        JsonPath asked = steer("mood", "up");
        return asked.getString("'" + path + "'");
    }

    public static String traceFor(String path) {
        return tokenFor(path + " traceparent");
    }

    private static void measure(String stream, String code, String value) {
        steer(
                "measure",
                "{\"stream\":\"%s\",\"code\":\"%s\",\"name\":\"Share\",\"unit\":\"ratio\",\"better\":\"lower\",\"value\":%s,\"asOf\":\"2026-11-21T10:00:00Z\"}"
                        .formatted(stream, code, value));
    }

    private static JsonPath steer(String what, String body) {
        return given().baseUri(url())
                .contentType("text/plain")
                .body(body)
                .post("/steer/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String url() {
        return ConfigProvider.getConfig().getValue("jointly.catalog.url", String.class);
    }
}
