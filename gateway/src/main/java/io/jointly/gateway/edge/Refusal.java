package io.jointly.gateway.edge;

import java.util.Map;

/** A refusal by the gateway itself, before or instead of a service's answer. */
public record Refusal(
        int status, String code, String title, String detail, Map<String, String> headers) {
    private static final String RETRY_AFTER = "Retry-After";

    public static Refusal malformed(String detail) {
        return new Refusal(400, "http-400", "Bad Request", detail, Map.of());
    }

    public static Refusal notSignedIn() {
        return new Refusal(
                401,
                "not-signed-in",
                "Not signed in",
                "Sign in at /login, or send a bearer token.",
                Map.of("WWW-Authenticate", "Bearer"));
    }

    public static Refusal invalidToken() {
        return new Refusal(
                401,
                "not-signed-in",
                "Not signed in",
                "The token is not valid here: it may have expired, be meant for somebody else, or be signed by another key.",
                Map.of("WWW-Authenticate", "Bearer error=\"invalid_token\""));
    }

    public static Refusal sessionOver() {
        return new Refusal(
                401,
                "not-signed-in",
                "Not signed in",
                "The session is over. Sign in again at /login.",
                Map.of("WWW-Authenticate", "Bearer"));
    }

    public static Refusal crossSite(String reason) {
        return new Refusal(
                403,
                "cross-site",
                "Not from the portal",
                "A request that changes something with a session must come from the portal itself: "
                        + reason,
                Map.of());
    }

    public static Refusal nothingHere() {
        return new Refusal(
                404, "http-404", "Not Found", "There is nothing at this address.", Map.of());
    }

    public static Refusal notAllowed(String allow) {
        return new Refusal(
                405,
                "http-405",
                "Method Not Allowed",
                "This address does not take that method; Allow names those it takes.",
                Map.of("Allow", allow));
    }

    public static Refusal bodyStalled() {
        return new Refusal(
                408,
                "body-stalled",
                "The body did not come",
                "Nothing more of the body came for too long, so the request was given up.",
                Map.of());
    }

    public static Refusal tooLarge(long limit) {
        return new Refusal(
                413,
                "too-large",
                "Too large",
                "The body may have %d bytes at most; only event imports may have more."
                        .formatted(limit),
                Map.of());
    }

    public static Refusal tooMany(long seconds) {
        return new Refusal(
                429,
                "too-many-requests",
                "Too many requests",
                "This caller has used up its requests for now; go on in %d s.".formatted(seconds),
                Map.of(RETRY_AFTER, Long.toString(seconds)));
    }

    public static Refusal unexpected() {
        return new Refusal(
                500,
                "unexpected",
                "Unexpected failure",
                "Something failed on our side. The trace id names it in the logs.",
                Map.of());
    }

    public static Refusal brokenAnswer(String service) {
        return new Refusal(
                502,
                "broken-answer",
                "No whole answer",
                "The %s service broke off before it answered. A change may or may not have been made: read it again, or repeat it with the same Idempotency-Key."
                        .formatted(service),
                Map.of(RETRY_AFTER, "1"));
    }

    public static Refusal unavailable(String service) {
        return new Refusal(
                503,
                "unavailable",
                "Not available right now",
                "The %s service cannot be reached just now; nothing was changed. The rest of Jointly goes on working."
                        .formatted(service),
                Map.of(RETRY_AFTER, "2"));
    }

    public static Refusal identityUnavailable() {
        return new Refusal(
                503,
                "unavailable",
                "Not available right now",
                "The identity provider cannot be reached just now, so nobody can newly sign in. Try again shortly.",
                Map.of(RETRY_AFTER, "5"));
    }

    public static Refusal tooSlow(String service) {
        return new Refusal(
                504,
                "no-answer-in-time",
                "No answer in time",
                "The %s service did not answer in time. A change may or may not have been made: read it again, or repeat it with the same Idempotency-Key."
                        .formatted(service),
                Map.of(RETRY_AFTER, "2"));
    }
}
