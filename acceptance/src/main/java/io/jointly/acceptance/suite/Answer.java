package io.jointly.acceptance.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;

/** What came back. */
public record Answer(String request, int status, HttpHeaders headers, String text) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; missing when it is none. */
    public JsonNode body() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The last part of the kind of problem, such as {@code not-allowed}; empty when it is none. */
    public String problem() {
        return header("Content-Type").startsWith("application/problem+json")
                ? body().path("type").asText().replaceFirst(".*/", "")
                : "";
    }

    /** Goes on only with the status that was hoped for, and else says what came instead. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError(
                    "%s: %d expected, but it was %d: %s".formatted(request, wanted, status, text));
        }
        return this;
    }

    /** Goes on only when it was refused in this way. */
    public Answer refused(int wanted, String problem) {
        expect(wanted);
        if (!problem().equals(problem)) {
            throw new AssertionError(
                    "%s: the problem '%s' expected, but it was: %s"
                            .formatted(request, problem, text));
        }
        return this;
    }
}
