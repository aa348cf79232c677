package io.jointly.catalog.signal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.kit.testing.PostgresResource;
import io.jointly.kit.testing.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SignalsTest {
    private static final String BASE = "/api/catalog/v1";
    private static final Instant START = Instant.parse("2026-01-01T08:00:00Z");

    @Test
    void findsWhatIsOutsideAnyStreamOrOwnedAlone() {
        var department = department();
        var service = "s" + department;
        asHead(department)
                .body(
                        "{\"code\":\"%s\",\"name\":\"Lone service\",\"what\":\"w\",\"why\":\"y\",\"lifecycle\":\"live\",\"owners\":[{\"department\":\"%s\",\"contribution\":\"all\"}]}"
                                .formatted(service, department))
                .post(BASE + "/services")
                .then()
                .statusCode(201);
        var stream = stream(department, List.of(department), List.of());

        assertThat(subjects("service-without-stream")).contains("service:" + service);
        assertThat(subjects("stream-without-joint-owner")).contains("value-stream:" + stream);
        assertThat(subjects("stream-without-measure")).contains("value-stream:" + stream);

        stream(department, List.of(department, department()), List.of(service));
        send(stream, event("A", 0, "one"));
        assertThat(subjects("service-without-stream")).doesNotContain("service:" + service);
        assertThat(subjects("stream-without-measure")).doesNotContain("value-stream:" + stream);
        given().auth()
                .oauth2(Tokens.nobody())
                .get(BASE + "/signals?kind=measures-inside-one-department")
                .then()
                .statusCode(200)
                .body("items[0].risk", equalTo("non-emerging-value-streams"))
                .body("items[0].evidence[0].unit", equalTo("ratio"));
    }

    @Test
    void findsPairsThatBounceAndQueuesThatGrow() {
        var department = department();
        var stream = stream(department, List.of(department), List.of());
        var lines = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            // 120 days before the last ones, two hours of wait; then nine, and straight back.
            lines.append(event("E" + i, 0, "desk")).append(event("E" + i, 2, "field"));
            var late = 24 * 120;
            lines.append(event("L" + i, late, "desk"))
                    .append(event("L" + i, late + 9, "field"))
                    .append(event("L" + i, late + 10, "desk"));
        }
        send(stream, lines.toString());

        var bouncing = signals("bouncing-pair", stream);
        assertThat(bouncing).hasSize(1);
        assertThat(bouncing.get(0)).containsEntry("from", "field").containsEntry("to", "desk");
        var growing = signals("growing-queue", stream);
        assertThat(growing).hasSize(1);
        assertThat(growing.get(0)).containsEntry("to", "field");
        List<Map<String, Object>> evidence = cast(growing.get(0).get("evidence"));
        assertThat(evidence)
                .extracting(e -> ((Number) e.get("value")).doubleValue())
                .containsExactly(9.0, 2.0, 30.0);
        assertThat(evidence)
                .extracting(e -> e.get("measure"))
                .containsExactly("mean-wait", "mean-wait-before", "handoffs");
        assertThat(growing.get(0)).containsEntry("severity", "high");
        for (var figure : evidence.subList(0, 2)) {
            given().auth()
                    .oauth2(Tokens.nobody())
                    .urlEncodingEnabled(false)
                    .get((String) figure.get("source"))
                    .then()
                    .statusCode(200)
                    .body(
                            "items.find { it.carrier == 'field' }.meanWaitHours",
                            equalTo(((Number) figure.get("value")).floatValue()));
        }
    }

    @Test
    void namesTheDepartmentsOfTheTeamsThatBounce() {
        var owner = department();
        var desk = department();
        var field = department();
        var stream = stream(owner, List.of(owner, desk), List.of());
        var lines = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            lines.append(event("E" + i, 0, "desk", desk))
                    .append(event("E" + i, 2, "field", field))
                    .append(event("E" + i, 3, "desk", desk))
                    .append(event("G" + i, 0, "desk", desk))
                    .append(event("G" + i, 2, "garage", field))
                    .append(event("G" + i, 3, "desk", desk));
        }
        send(stream, lines.toString());

        var teams =
                signals("bouncing-pair", stream).stream()
                        .filter(s -> "team".equals(s.get("level")))
                        .toList();
        assertThat(teams)
                .extracting(t -> t.get("from"))
                .containsExactlyInAnyOrder("field", "garage");
        assertThat(teams.get(0))
                .containsEntry("fromDepartment", field)
                .containsEntry("toDepartment", desk)
                .containsEntry("severity", "high")
                .containsEntry("subjectName", "Stream")
                .containsEntry("since", "2025-10-04")
                .containsEntry("until", "2026-01-02")
                .containsEntry("concerns", List.of("value-stream:" + stream));
        List<String> concerned = cast(teams.get(0).get("departments"));
        assertThat(concerned).containsExactlyInAnyOrder(desk, field);
        assertThat(find("department=" + field))
                .extracting(s -> s.get("kind"))
                .contains("bouncing-pair");
        assertThat(find("department=" + owner))
                .extracting(s -> s.get("kind"))
                .doesNotContain("bouncing-pair");
    }

    @Test
    void tellsOnceWhatOneTeamOfADepartmentIsTheWholeOf() {
        var desk = department();
        var field = department();
        var stream = stream(desk, List.of(desk, field), List.of());
        var lines = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            lines.append(event("E" + i, 0, "desk", desk)).append(event("E" + i, 2, "field", field));
            var late = 24 * 120;
            lines.append(event("L" + i, late, "desk", desk))
                    .append(event("L" + i, late + 9, "field", field))
                    .append(event("L" + i, late + 10, "desk", desk));
        }
        send(stream, lines.toString());

        for (var kind : List.of("bouncing-pair", "growing-queue")) {
            var found = signals(kind, stream);
            assertThat(found)
                    .as(kind)
                    .extracting(s -> s.get("level"))
                    .containsExactly("department");
        }
        assertThat(signals("growing-queue", stream).get(0)).containsEntry("toDepartment", field);
    }

    @Test
    void concernsTheOwnersWhereTheWorkNamesNoDepartment() {
        var owner = department();
        var other = department();
        var stream = stream(owner, List.of(owner, other), List.of());
        var lines = new StringBuilder();
        for (var i = 0; i < 30; i++) {
            lines.append(event("E" + i, 0, "desk"))
                    .append(event("E" + i, 2, "field"))
                    .append(event("E" + i, 3, "desk"));
        }
        send(stream, lines.toString());

        var bouncing = signals("bouncing-pair", stream);
        assertThat(bouncing).hasSize(1);
        assertThat(bouncing.get(0))
                .containsEntry("fromDepartment", null)
                .containsEntry("toDepartment", null);
        List<String> concerned = cast(bouncing.get(0).get("departments"));
        assertThat(concerned).containsExactlyInAnyOrder(owner, other);
    }

    @Test
    void listsTheGravestFirstPageByPage() {
        var owner = department();
        var other = department();
        for (var i = 0; i < 3; i++) {
            service(owner, "a" + i, List.of(owner));
            service(owner, "b" + i, List.of(owner, other));
        }
        var whole = find("department=" + owner);
        assertThat(whole)
                .extracting(s -> s.get("severity"))
                .containsExactly("high", "high", "high", "medium", "medium", "medium");
        var read = new ArrayList<Map<String, Object>>();
        String next = BASE + "/signals?limit=2&department=" + owner;
        while (next != null) {
            var page =
                    given().auth()
                            .oauth2(Tokens.nobody())
                            .urlEncodingEnabled(false)
                            .get(next + (read.isEmpty() ? "&count=true" : ""))
                            .then()
                            .statusCode(200)
                            .extract();
            List<Map<String, Object>> items = page.path("items");
            assertThat(items).hasSize(2);
            assertThat(page.<Integer>path("total")).isEqualTo(6);
            read.addAll(items);
            next = page.path("next");
        }
        assertThat(read).isEqualTo(whole);
        assertThat(whole).extracting(s -> s.get("id")).doesNotHaveDuplicates();
    }

    @Test
    void showsAServiceWhatIsWrongWithItsStreams() {
        var owner = department();
        var service = service(owner, "c", List.of(owner));
        assertThat(find("about=service:" + service))
                .extracting(s -> s.get("kind"))
                .containsExactly("service-without-stream");
        stream(owner, List.of(owner), List.of(service));
        assertThat(find("about=service:" + service))
                .extracting(s -> s.get("kind"))
                .containsExactly("stream-without-joint-owner", "stream-without-measure");
        assertThat(find("risk=inefficient-handoffs&about=service:" + service)).isEmpty();
        assertThat(find("risk=inefficient-handoffs&kind=service-without-stream")).isEmpty();
        given().auth()
                .oauth2(Tokens.nobody())
                .accept("text/csv")
                .get(BASE + "/signals?about=service:" + service)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .body(containsString("stream-without-joint-owner:"));
    }

    @Test
    void isGraveWhereSeveralDepartmentsAndNoJointOwnersTakePart() {
        var owner = department();
        var alone = stream(owner, List.of(owner), List.of());
        assertThat(signals("stream-without-joint-owner", alone).get(0))
                .containsEntry("severity", "medium");
        var other = department();
        asHead(owner)
                .header(
                        "If-Match",
                        given().auth()
                                .oauth2(Tokens.nobody())
                                .get(BASE + "/value-streams/" + alone)
                                .header("ETag"))
                .contentType("application/merge-patch+json")
                .body(
                        "{\"stages\":[{\"name\":\"One\",\"department\":\"%s\",\"processTime\":\"PT1H\",\"leadTime\":\"PT2H\",\"completeAndAccurate\":1}]}"
                                .formatted(other))
                .patch(BASE + "/value-streams/" + alone)
                .then()
                .statusCode(200);
        assertThat(signals("stream-without-joint-owner", alone).get(0))
                .containsEntry("severity", "high");
        assertThat(find("department=" + other))
                .extracting(s -> s.get("subject"))
                .contains("value-stream:" + alone);
    }

    private static List<String> subjects(String kind) {
        return all(kind).stream().map(s -> (String) s.get("subject")).toList();
    }

    private static List<Map<String, Object>> signals(String kind, String stream) {
        return all(kind).stream()
                .filter(s -> ("value-stream:" + stream).equals(s.get("subject")))
                .toList();
    }

    private static List<Map<String, Object>> all(String kind) {
        return find("kind=" + kind);
    }

    private static List<Map<String, Object>> find(String asked) {
        return given().auth()
                .oauth2(Tokens.nobody())
                .get(BASE + "/signals?limit=200&" + asked)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }

    private static String department() {
        var code = "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        given().auth()
                .oauth2(Tokens.admin())
                .contentType("application/json")
                .body(
                        "{\"code\":\"%s\",\"name\":\"D\",\"purpose\":\"p\",\"timeZone\":\"UTC\"}"
                                .formatted(code))
                .post(BASE + "/departments")
                .then()
                .statusCode(201);
        return code;
    }

    private static String stream(String head, List<String> owners, List<String> services) {
        var code = "v" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        asHead(head)
                .body(
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Stream",
                                "purpose",
                                "p",
                                "outcome",
                                "o",
                                "owners",
                                owners,
                                "services",
                                services,
                                "states",
                                Map.of("Closed", "done")))
                .post(BASE + "/value-streams")
                .then()
                .statusCode(201);
        return code;
    }

    private static io.restassured.specification.RequestSpecification asHead(String department) {
        return given().auth().oauth2(Tokens.head(department)).contentType("application/json");
    }

    private static String service(String head, String name, List<String> owners) {
        var code = name + head;
        asHead(head)
                .body(
                        Map.of(
                                "code",
                                code,
                                "name",
                                "Service",
                                "what",
                                "w",
                                "why",
                                "y",
                                "lifecycle",
                                "live",
                                "owners",
                                owners.stream()
                                        .map(o -> Map.of("department", o, "contribution", "all"))
                                        .toList()))
                .post(BASE + "/services")
                .then()
                .statusCode(201);
        return code;
    }

    private static String event(String item, int hour, String team, String department) {
        return event(item, hour, team)
                .replace("}", ",\"department\":\"%s\"}".formatted(department));
    }

    private static String event(String item, int hour, String team) {
        return "{\"workItem\":\"%s\",\"occurredAt\":\"%s\",\"activity\":\"Work\",\"team\":\"%s\"}\n"
                .formatted(item, START.plus(hour, ChronoUnit.HOURS), team);
    }

    private static void send(String stream, String lines) {
        given().auth()
                .oauth2(Tokens.integrator("flow:write"))
                .contentType("application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(BASE + "/value-streams/" + stream + "/events")
                .then()
                .statusCode(200);
    }
}
