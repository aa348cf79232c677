package io.jointly.catalog.painpoint;

import io.jointly.catalog.valuestream.ValueStreams;
import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Counts pain points and how long their answers took; PostgreSQL does the counting. */
@ApplicationScoped
@Transactional
class PainPointFigures {
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");
    private static final String OF_PERIOD =
            " FROM pain_point WHERE stream = :stream AND created_at >= :from AND created_at < :to ";
    private static final String COUNTED =
            """
            SELECT count(*) AS reported,
                   count(*) FILTER (WHERE state = 'open') AS open,
                   count(*) FILTER (WHERE state = 'acknowledged') AS acknowledged,
                   count(*) FILTER (WHERE state = 'answered') AS answered,
                   count(*) FILTER (WHERE state = 'improvement') AS improvements,
                   count(responded_at) AS responded,
                   count(*) FILTER (WHERE responded_at IS NULL AND respond_by < :now) AS response_overdue,
                   count(*) FILTER (WHERE responded_at <= respond_by) AS responded_in_time,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(extract(epoch FROM responded_at - created_at) AS float8)) AS response_median,
                   count(answered_at) AS given,
                   count(*) FILTER (WHERE answered_at IS NULL AND answer_by < :now) AS answer_overdue,
                   count(*) FILTER (WHERE answered_at <= answer_by) AS answered_in_time,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY CAST(extract(epoch FROM answered_at - created_at) AS float8)) AS answer_median
            """;

    private final EntityManager database;
    private final ValueStreams streams;

    PainPointFigures(EntityManager database, ValueStreams streams) {
        this.database = database;
        this.streams = streams;
    }

    PainPointFiguresView of(String stream, String fromText, String toText) {
        streams.idOf(stream);
        var from = Params.instant("from", fromText);
        var to = Params.instant("to", toText);
        if (from != null && to != null && !to.isAfter(from)) {
            throw StandardProblem.invalidParameter("to", "must be after from");
        }
        var now = Instant.now();
        var counted =
                (Tuple)
                        query(COUNTED + OF_PERIOD, stream, from, to)
                                .setParameter("now", now)
                                .getSingleResult();
        return new PainPointFiguresView(
                stream,
                number(counted, "reported"),
                number(counted, "open"),
                number(counted, "acknowledged"),
                number(counted, "answered"),
                number(counted, "improvements"),
                times(
                        number(counted, "responded"),
                        number(counted, "response_overdue"),
                        number(counted, "responded_in_time"),
                        counted.get("response_median", Double.class)),
                times(
                        number(counted, "given"),
                        number(counted, "answer_overdue"),
                        number(counted, "answered_in_time"),
                        counted.get("answer_median", Double.class)),
                places("stage", stream, from, to),
                places("journey_step", stream, from, to),
                now);
    }

    @SuppressWarnings("unchecked") // the API of JPA has no types here
    private List<PainPointFiguresView.Place> places(
            String column, String stream, Instant from, Instant to) {
        var sql =
                "SELECT "
                        + column
                        + " AS key, count(*) AS reported, count(*) FILTER (WHERE answered_at IS NULL) AS unanswered"
                        + OF_PERIOD
                        + "AND "
                        + column
                        + " IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 200";
        List<Tuple> rows = query(sql, stream, from, to).getResultList();
        return rows.stream()
                .map(
                        row ->
                                new PainPointFiguresView.Place(
                                        row.get("key", String.class),
                                        number(row, "reported"),
                                        number(row, "unanswered")))
                .toList();
    }

    private Query query(String sql, String stream, Instant from, Instant to) {
        return database.createNativeQuery(sql, Tuple.class)
                .setParameter("stream", stream)
                .setParameter("from", from == null ? BEGINNING : from)
                .setParameter("to", to == null ? END : to);
    }

    private static PainPointFiguresView.Times times(
            long given, long overdue, long inTime, Double median) {
        return new PainPointFiguresView.Times(
                given,
                overdue,
                median == null ? null : Duration.ofSeconds(Math.round(median)),
                given + overdue == 0 ? null : rounded((double) inTime / (given + overdue)));
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
