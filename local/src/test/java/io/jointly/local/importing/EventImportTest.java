package io.jointly.local.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import io.jointly.local.process.Progress;
import io.jointly.local.workspace.LocalProblem;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventImportTest {
    private record Received(
            String path, String query, String type, String authorization, String body) {}

    @TempDir Path folder;
    private final AtomicReference<Received> received = new AtomicReference<>();
    private HttpServer gateway;

    @BeforeEach
    void prepare() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        gateway.start();
    }

    @AfterEach
    void stop() {
        gateway.stop(0);
    }

    @Test
    void sendsStreamSourceAndMappingToThePublicEndpoint() throws IOException {
        answer(
                200,
                """
                {"import":"IMP-3","events":3,"accepted":2,"duplicate":0,"rejected":1,"workItems":1,
                 "rejections":[{"line":4,"field":"occurredAt","reason":"'soon' is no time"}]}""");

        var outcome = send();

        assertThat(received.get())
                .isEqualTo(
                        new Received(
                                "/api/catalog/v1/value-streams/it-incidents/events",
                                "source=tool a&mapping={\"workItem\":\"number\"}",
                                "text/csv",
                                "Bearer secret",
                                "number\n1\n"));
        assertThat(outcome.accepted()).isTrue();
        assertThat(outcome.lines())
                .containsExactly(
                        "3 events read: 2 accepted, 0 duplicates, 1 rejected; 1 work items touched (IMP-3).",
                        "  line 4, occurredAt: 'soon' is no time",
                        "The stream's page: http://127.0.0.1:%d/value-streams/it-incidents"
                                .formatted(gateway.getAddress().getPort()));
    }

    @Test
    void saysThatNothingHasChanged() throws IOException {
        answer(
                200,
                "{\"import\":\"IMP-4\",\"events\":3,\"accepted\":0,\"duplicate\":3,\"rejected\":0}");

        assertThat(send().lines().get(1)).startsWith("Nothing has changed");
    }

    @Test
    void tellsWhyItWasRefused() throws IOException {
        answer(
                404,
                "{\"title\":\"Not found\",\"detail\":\"There is no value stream it-incidents.\",\"errors\":[]}");

        var outcome = send();

        assertThat(outcome.accepted()).isFalse();
        assertThat(outcome.lines())
                .containsExactly(
                        "The import was refused (404): There is no value stream it-incidents.");
    }

    @Test
    void namesEachWrongParameter() throws IOException {
        answer(
                400,
                "{\"detail\":\"The mapping is not valid.\",\"errors\":[{\"parameter\":\"mapping\",\"detail\":\"no column 'number'\"}]}");

        assertThat(send().lines()).contains("  mapping: no column 'number'");
    }

    @Test
    void survivesAnAnswerThatIsNoJson() throws IOException {
        answer(502, "<html>");

        assertThat(send().lines()).containsExactly("Refused with status 502.");
    }

    @Test
    void saysWhereAMappingIsBroken() throws IOException {
        var mapping = Files.writeString(folder.resolve("broken.json"), "{\n\"workItem\"}");
        var file = Files.writeString(folder.resolve("log.csv"), "number\n1\n");
        try (var log = EventLog.open(file)) {
            assertThatExceptionOfType(LocalProblem.class)
                    .isThrownBy(
                            () ->
                                    new EventImport("http://127.0.0.1:1", "secret")
                                            .send("s", "t", mapping, log, Progress.silent()))
                    .withMessageContaining("broken.json is no JSON: line 2")
                    .withMessageNotContaining("Source");
        }
    }

    private EventImport.Outcome send() throws IOException {
        var mapping =
                Files.writeString(folder.resolve("tool.json"), "{\n  \"workItem\": \"number\"\n}");
        var file = Files.writeString(folder.resolve("log.csv"), "number\n1\n");
        try (var log = EventLog.open(file)) {
            return new EventImport("http://127.0.0.1:" + gateway.getAddress().getPort(), "secret")
                    .send("it-incidents", "tool a", mapping, log, Progress.silent());
        }
    }

    private void answer(int status, String body) {
        gateway.createContext(
                "/",
                exchange -> {
                    var headers = exchange.getRequestHeaders();
                    received.set(
                            new Received(
                                    exchange.getRequestURI().getPath(),
                                    exchange.getRequestURI().getQuery(),
                                    headers.getFirst("Content-Type"),
                                    headers.getFirst("Authorization"),
                                    new String(
                                            exchange.getRequestBody().readAllBytes(),
                                            StandardCharsets.UTF_8)));
                    var bytes = body.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
    }
}
