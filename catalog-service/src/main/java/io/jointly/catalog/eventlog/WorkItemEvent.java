package io.jointly.catalog.eventlog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that happened to a work item, as a source tells it. */
@Schema(description = "Something that happened to a work item.")
public record WorkItemEvent(
        @Schema(
                        description = "What the source calls the work item",
                        examples = "INC0000045",
                        required = true)
                String workItem,
        @Schema(
                        description =
                                "Unique within the source and the work item; without one, the whole content identifies the event",
                        nullable = true)
                String eventId,
        @Schema(description = "When it happened (RFC 3339)", required = true) Instant occurredAt,
        @Schema(
                        description =
                                "The source's own order within the work item; goes before time where given",
                        nullable = true)
                Long sequence,
        @Schema(description = "What happened", examples = "Assigned", required = true)
                String activity,
        @Schema(
                        description =
                                "State the work is in from now on; the activity stands in for it where absent",
                        nullable = true)
                String state,
        @Schema(description = "Department that carries the work", nullable = true)
                String department,
        @Schema(description = "Team that carries the work", nullable = true) String team,
        @Schema(description = "Person or account that acted", nullable = true) String actor,
        @Schema(description = "Kind of work", nullable = true) String type,
        @Schema(description = "Whether its service level is met as of now", nullable = true)
                Boolean slaMet,
        @Schema(description = "Whatever else the source knows", nullable = true)
                Map<String, String> attributes,
        @JsonIgnore @Schema(hidden = true) String statedState) {

    /** PostgreSQL's range is wider, but work outside these years is a mistake of its source. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final int LONGEST = 200;
    private static final int MOST_ATTRIBUTES = 100;
    private static final int LONGEST_ATTRIBUTE = 4_000;

    /**
     * @throws Rejection when a field is missing, too long or out of its range
     */
    public WorkItemEvent {
        required("workItem", workItem);
        required("activity", activity);
        if (occurredAt == null) {
            throw new Rejection("occurredAt", "is missing");
        }
        if (occurredAt.isBefore(EARLIEST) || occurredAt.isAfter(LATEST)) {
            throw new Rejection("occurredAt", "is not between 1970 and 2200");
        }
        bounded("eventId", eventId, LONGEST);
        bounded("state", state, LONGEST);
        bounded("department", department, LONGEST);
        bounded("team", team, LONGEST);
        bounded("actor", actor, LONGEST);
        bounded("type", type, LONGEST);
        attributes = attributes == null ? Map.of() : attributes;
        if (attributes.size() > MOST_ATTRIBUTES) {
            throw new Rejection("attributes", "has more than " + MOST_ATTRIBUTES + " entries");
        }
        attributes.forEach(
                (name, value) -> {
                    bounded("attributes", name, LONGEST);
                    bounded("attributes." + name, value, LONGEST_ATTRIBUTE);
                });
    }

    /** As a source tells it. */
    @JsonCreator
    WorkItemEvent(
            @JsonProperty("workItem") String workItem,
            @JsonProperty("eventId") String eventId,
            @JsonProperty("occurredAt") Instant occurredAt,
            @JsonProperty("sequence") Long sequence,
            @JsonProperty("activity") String activity,
            @JsonProperty("state") String state,
            @JsonProperty("department") String department,
            @JsonProperty("team") String team,
            @JsonProperty("actor") String actor,
            @JsonProperty("type") String type,
            @JsonProperty("slaMet") Boolean slaMet,
            @JsonProperty("attributes") Map<String, String> attributes) {
        this(
                workItem,
                eventId,
                occurredAt,
                sequence,
                activity,
                state,
                department,
                team,
                actor,
                type,
                slaMet,
                attributes,
                state);
    }

    /**
     * The same event with a state that follows from where it stands, not from what it says, and so
     * is no part of its identity: the log may go on the next time it is sent.
     */
    WorkItemEvent in(String derivedState) {
        return new WorkItemEvent(
                workItem,
                eventId,
                occurredAt,
                sequence,
                activity,
                derivedState,
                department,
                team,
                actor,
                type,
                slaMet,
                attributes,
                statedState);
    }

    /**
     * 128 bits that identify the event within its work item: its id within its source or, without
     * one, its whole content. Identical events of one request are told apart when they are merged.
     */
    public byte[] fingerprint(String source) {
        var digest = new Fingerprint();
        if (eventId != null) {
            return digest.add("id").add(source).add(eventId).bytes();
        }
        digest.add("content")
                .add(occurredAt.toString())
                .add(sequence == null ? null : sequence.toString());
        digest.add(activity).add(statedState).add(department).add(team).add(actor).add(type);
        digest.add(slaMet == null ? null : slaMet.toString());
        new TreeMap<>(attributes).forEach((name, value) -> digest.add(name).add(value));
        return digest.bytes();
    }

    private static void required(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new Rejection(field, "is missing");
        }
        bounded(field, value, LONGEST);
    }

    private static void bounded(String field, String value, int most) {
        if (value == null) {
            return;
        }
        if (value.length() > most) {
            throw new Rejection(field, "has more than " + most + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw new Rejection(field, "contains the character NUL");
        }
    }

    /** Length before content, so that no two lists of values look alike. */
    private static final class Fingerprint {
        private static final ThreadLocal<MessageDigest> SHA =
                ThreadLocal.withInitial(Fingerprint::sha);
        private final MessageDigest digest = SHA.get();

        Fingerprint add(String value) {
            if (value == null) {
                digest.update((byte) -1);
                return this;
            }
            var bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update((byte) 0);
            digest.update((byte) (bytes.length >> 8));
            digest.update((byte) bytes.length);
            digest.update(bytes);
            return this;
        }

        byte[] bytes() {
            return java.util.Arrays.copyOf(digest.digest(), 16);
        }

        private static MessageDigest sha() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
