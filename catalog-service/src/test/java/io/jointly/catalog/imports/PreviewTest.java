package io.jointly.catalog.imports;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.jointly.catalog.RealLog;
import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class PreviewTest {
    private static final String INCIDENTS =
            "number;opened_at;sys_updated_at;incident_state;assignment_group;assigned_to;category;made_sla;priority\n"
                    + "INC1;1/2/2026 08:00;13/2/2026 09:30;New;Desk;?;Laptop;true;1\n"
                    + "INC1;1/2/2026 08:00;14/2/2026 09:30;Closed;Field;Ann;Laptop;true;1\n"
                    + "INC2;1/2/2026 08:00;soon;Closed;Field;Ann;Laptop;true;1\n";

    @Test
    void guessesAMappingFromTheNamesOfAnExportAndShowsWhatWouldBeTaken() {
        var stream = Streams.create();
        look(stream, "text/csv", Map.of(), INCIDENTS.replaceAll("INC2.*\n", ""))
                .statusCode(200)
                .body("format", equalTo("csv"))
                .body("partial", equalTo(false))
                .body("columns.size()", equalTo(9))
                .body("columns[4].name", equalTo("assignment_group"))
                .body("columns[4].samples", equalTo(List.of("Desk", "Field")))
                .body("columns[4].filled", equalTo(2))
                .body("suggested.workItem", equalTo("number"))
                .body("suggested.occurredAt", equalTo("sys_updated_at"))
                .body("suggested.activity", equalTo("incident_state"))
                .body("suggested.team", equalTo("assignment_group"))
                .body("suggested.actor", equalTo("assigned_to"))
                .body("suggested.type", equalTo("category"))
                .body("suggested.slaMet", equalTo("made_sla"))
                .body("suggested.timeFormat", equalTo("d/M/uuuu HH:mm"))
                .body("suggested.delimiter", equalTo(";"))
                .body("suggested.noValue", equalTo(List.of("?")))
                .body("suggested.attributes", hasItems("opened_at", "priority"))
                .body("accepted", equalTo(2))
                .body("workItems", equalTo(1))
                .body("from", equalTo("2026-02-13T09:30:00Z"))
                .body("to", equalTo("2026-02-14T09:30:00Z"))
                .body("samples[0].actor", nullValue())
                .body("samples[1].team", equalTo("Field"));
        asReader().get(BASE + stream + "/flow").then().body("events", equalTo(0));
        asReader().get(BASE + stream + "/imports").then().body("items.size()", equalTo(0));
        asReader().get(BASE + stream + "/sources").then().body("items.size()", equalTo(0));
    }

    @Test
    void triesTheMappingOfTheRequestOrElseOfTheSource() {
        var stream = Streams.create();
        var mapping =
                "{\"workItem\":\"number\",\"occurredAt\":\"sys_updated_at\",\"activity\":\"priority\",\"timeFormat\":\"d/M/uuuu HH:mm\",\"delimiter\":\";\"}";
        look(stream, "text/csv", Map.of("mapping", mapping), INCIDENTS)
                .statusCode(200)
                .body("samples[0].activity", equalTo("1"))
                .body("rejected", equalTo(1))
                .body("rejections[0].line", equalTo(4))
                .body("rejections[0].field", equalTo("occurredAt"));
        asOwner()
                .contentType("application/json")
                .body("{\"format\":\"csv\",\"mapping\":%s}".formatted(mapping))
                .put(BASE + stream + "/sources/desk")
                .then()
                .statusCode(201);
        look(stream, "text/csv", Map.of("source", "desk"), INCIDENTS)
                .body("mapping.activity", equalTo("priority"))
                .body("suggested.activity", equalTo("incident_state"));
        look(
                        stream,
                        "text/csv",
                        Map.of(
                                "mapping",
                                "{\"workItem\":\"nope\",\"occurredAt\":\"x\",\"activity\":\"y\"}"),
                        INCIDENTS)
                .statusCode(400)
                .body("type", equalTo("/docs/problems/mapping-does-not-fit"));
    }

    @Test
    void showsTheColumnsWhenItCannotGuessWhatEveryEventNeeds() {
        look(Streams.create(), "text/csv", Map.of(), "a,b\n1,2\n")
                .statusCode(200)
                .body("missing", equalTo(List.of("workItem", "occurredAt", "activity")))
                .body("columns.name", equalTo(List.of("a", "b")))
                .body("events", equalTo(0));
    }

    @Test
    void guessesTheCharacterSetOfAnOldSpreadsheet() {
        asOwner()
                .config(
                        RestAssuredConfig.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .contentType("text/csv")
                .body(
                        "id,date,status,team\nA,2026-01-05 09:00:00,New,Fäll\n"
                                .getBytes(Charset.forName("windows-1252")))
                .post(BASE + Streams.create() + "/events/preview")
                .then()
                .statusCode(200)
                .body("suggested.charset", equalTo("windows-1252"))
                .body("samples[0].team", equalTo("Fäll"));
    }

    @Test
    void looksAtTheBeginningOfAFileCutAnywhere() throws IOException {
        var lines = new StringBuilder();
        for (var i = 0; i < 3_000; i++) {
            lines.append(event("W" + i, "2026-01-05T09:00:00Z", "New", "one"));
        }
        var whole = lines.toString().getBytes(StandardCharsets.UTF_8);
        var cut = Arrays.copyOf(whole, 20_001);
        look(Streams.create(), "application/x-ndjson", Map.of("partial", "true"), cut, null)
                .statusCode(200)
                .body("partial", equalTo(true))
                .body("rejected", equalTo(0))
                .body("accepted", greaterThan(100))
                .body("columns.size()", equalTo(0))
                .body("suggested", nullValue());
        look(Streams.create(), "application/x-ndjson", Map.of(), whole, null)
                .body("partial", equalTo(true))
                .body("events", equalTo(1_000));
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(INCIDENTS.repeat(1).getBytes(StandardCharsets.UTF_8));
            for (var i = 0; i < 5_000; i++) {
                gzip.write(
                        "INC%d;1/2/2026 08:00;13/2/2026 09:30;New;Desk;Ann;Laptop;true;%d\n"
                                .formatted(i, i * 7919)
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        look(
                        Streams.create(),
                        "text/csv",
                        Map.of("partial", "true"),
                        Arrays.copyOf(packed.toByteArray(), packed.size() / 2),
                        "gzip")
                .statusCode(200)
                .body("partial", equalTo(true))
                .body("events", equalTo(1_000))
                .body("suggested.sequence", nullValue());
    }

    @Test
    void showsTheAttributesOfAXesLog() throws IOException {
        var body = Files.readAllBytes(RealLog.requireReceipt());
        var stream = Streams.create();
        look(
                        stream,
                        "application/xes+xml",
                        Map.of("partial", "true"),
                        Arrays.copyOf(body, body.length / 2),
                        "gzip")
                .statusCode(200)
                .body("format", equalTo("xes"))
                .body("partial", equalTo(true))
                .body("events", equalTo(1_000))
                .body("rejected", equalTo(0))
                .body("columns.name", hasItems("trace:channel", "org:group", "concept:name"))
                .body("suggested.department", equalTo("trace:department"))
                .body("samples[0].team", startsWith("Group"));
        look(stream, "application/xes+xml", Map.of(), body, "gzip")
                .body("partial", equalTo(true))
                .body("events", equalTo(1_000));
    }

    @Test
    void refusesWhatIsTooLargeOrBroken() {
        var stream = Streams.create();
        look(stream, "application/x-ndjson", Map.of(), new byte[2 * 1024 * 1024 + 1], null)
                .statusCode(413)
                .body("type", equalTo("/docs/problems/too-large"))
                .body("detail", containsString("partial=true"));
        look(stream, "application/xes+xml", Map.of(), "<nothing/>")
                .statusCode(400)
                .body("type", equalTo("/docs/problems/broken-xes"));
        look(stream, "text/csv", Map.of("partial", "perhaps"), "a,b\n")
                .statusCode(400)
                .body("type", equalTo("/docs/problems/invalid-request"));
    }

    private static ValidatableResponse look(
            String stream, String type, Map<String, String> parameters, String body) {
        return look(stream, type, parameters, body.getBytes(StandardCharsets.UTF_8), null);
    }

    private static ValidatableResponse look(
            String stream,
            String type,
            Map<String, String> parameters,
            byte[] body,
            String encoding) {
        var request = asOwner().contentType(type).queryParams(parameters);
        if (encoding != null) {
            request.header("Content-Encoding", encoding);
        }
        return request.body(body).post(BASE + stream + "/events/preview").then();
    }
}
