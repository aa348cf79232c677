package io.jointly.catalog.signal;

import io.jointly.catalog.query.Queries;
import io.jointly.catalog.signal.Found.Place;
import io.jointly.catalog.signal.Signal.Evidence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Makes a signal of a row: its sentence, and its figures with the address of each. */
final class Reading {
    private static final String API = "/api/catalog/v1";

    private final ResultSet row;
    private final SignalKind kind;
    private final Double[] figures;

    private Reading(ResultSet row) throws SQLException {
        this.row = row;
        this.kind = SignalKind.values()[row.getInt("kind_at")];
        this.figures = (Double[]) row.getArray("figures").getArray();
    }

    static Found of(ResultSet row) throws SQLException {
        var reading = new Reading(row);
        return new Found(
                reading.signal(),
                new Place(
                        row.getInt("gravity"),
                        row.getInt("kind_at"),
                        row.getLong("weight"),
                        row.getString("id")));
    }

    private Signal signal() throws SQLException {
        return new Signal(
                row.getString("id"),
                kind,
                kind.risk(),
                Severity.of(row.getInt("gravity")),
                row.getString("subject"),
                row.getString("name"),
                texts("concerns"),
                texts("departments"),
                row.getString("level"),
                row.getString("giver"),
                row.getString("receiver"),
                row.getString("giver_department"),
                row.getString("receiver_department"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                finding(),
                evidence());
    }

    private List<String> texts(String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }

    private String finding() throws SQLException {
        var name = row.getString("name");
        return switch (kind) {
            case SERVICE_WITHOUT_STREAM ->
                    "The live service '%s' of %s is part of no value stream."
                            .formatted(name, String.join(", ", texts("departments")));
            case STREAM_WITHOUT_JOINT_OWNER ->
                    "The stream '%s' is owned by %s department, not jointly."
                            .formatted(name, figures[0] == 0 ? "no" : "one");
            case STREAM_WITHOUT_MEASURE ->
                    "Nothing is measured end to end in the stream '%s': no events of its work have come in."
                            .formatted(name);
            case MEASURES_INSIDE_ONE_DEPARTMENT ->
                    "The measures of %d of %d measured streams see one department only."
                            .formatted(whole(1), whole(0));
            case BOUNCING_PAIR ->
                    "%d of %d handoffs from %s to %s went straight back to whom the work came from in the last 90 days of work."
                            .formatted(
                                    whole(1),
                                    whole(0),
                                    row.getString("giver"),
                                    row.getString("receiver"));
            case GROWING_QUEUE ->
                    String.format(
                            Locale.ROOT,
                            "Work waits %.1f h before %s takes it up, %.1f h in the 90 days before.",
                            figures[1],
                            row.getString("receiver"),
                            figures[2]);
        };
    }

    private List<Evidence> evidence() throws SQLException {
        return switch (kind) {
            case SERVICE_WITHOUT_STREAM -> {
                var service = API + "/services/" + row.getString("part");
                yield List.of(
                        new Evidence(Measured.VALUE_STREAMS, figures[0], service),
                        new Evidence(Measured.CONSUMERS, figures[1], service));
            }
            case STREAM_WITHOUT_JOINT_OWNER ->
                    List.of(
                            new Evidence(Measured.OWNERS, figures[0], stream("")),
                            new Evidence(Measured.DEPARTMENTS_ON_MAP, figures[1], stream("")));
            case STREAM_WITHOUT_MEASURE ->
                    List.of(new Evidence(Measured.WORK_ITEMS, figures[0], stream("/flow")));
            case MEASURES_INSIDE_ONE_DEPARTMENT -> {
                var streams = API + "/value-streams";
                yield List.of(
                        new Evidence(
                                Measured.SHARE_INSIDE,
                                Queries.share(figures[1], figures[0]),
                                streams),
                        new Evidence(Measured.STREAMS_INSIDE, figures[1], streams),
                        new Evidence(Measured.STREAMS_MEASURED, figures[0], streams));
            }
            case BOUNCING_PAIR -> {
                var pairs = period("/handoffs", "since", "until") + "&sort=-returns";
                yield List.of(
                        new Evidence(
                                Measured.RETURN_SHARE,
                                Queries.share(figures[1], figures[0]),
                                pairs),
                        new Evidence(Measured.RETURNS, figures[1], pairs),
                        new Evidence(Measured.HANDOFFS, figures[0], pairs),
                        new Evidence(Measured.MEAN_WAIT, Queries.rounded(figures[2]), pairs));
            }
            case GROWING_QUEUE -> {
                var now = period("/flow/carriers", "since", "until");
                yield List.of(
                        new Evidence(Measured.MEAN_WAIT, Queries.rounded(figures[1]), now),
                        new Evidence(
                                Measured.MEAN_WAIT_BEFORE,
                                Queries.rounded(figures[2]),
                                period("/flow/carriers", "before", "since")),
                        new Evidence(Measured.HANDOFFS, figures[0], now));
            }
        };
    }

    private long whole(int figure) {
        return Math.round(figures[figure]);
    }

    private String stream(String what) throws SQLException {
        var code = row.getString("subject").substring("value-stream:".length());
        return API + "/value-streams/" + URLEncoder.encode(code, StandardCharsets.UTF_8) + what;
    }

    /** Where the same period can be asked for. */
    private String period(String what, String from, String to) throws SQLException {
        return "%s?level=%s&from=%s&to=%s"
                .formatted(
                        stream(what),
                        row.getString("level"),
                        row.getObject(from, LocalDate.class),
                        row.getObject(to, LocalDate.class));
    }
}
