package io.jointly.catalog.flow;

import static io.jointly.catalog.Streams.BASE;
import static io.jointly.catalog.Streams.asOwner;
import static io.jointly.catalog.Streams.asReader;
import static io.jointly.catalog.Streams.event;
import static io.jointly.catalog.Streams.send;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.jointly.catalog.Streams;
import io.jointly.kit.testing.PostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class RetentionTest {
    @Inject AgroalDataSource database;

    @Test
    void forgetsOldWorkItemsWithAllThatTheyCountedFor() throws SQLException {
        var recent = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(30, ChronoUnit.DAYS);
        var kept =
                event("NEW", recent.toString(), "New", "one")
                        + event("NEW", recent.plus(1, ChronoUnit.HOURS).toString(), "Closed", "two")
                        // Begun in an old era and still alive, so its whole journey stays.
                        + event("LONG", "2019-05-01T09:00:00Z", "New", "one")
                        + event("LONG", recent.toString(), "Active", "two");
        var never = Streams.create();
        send(never, kept).statusCode(200);

        var stream = Streams.create();
        send(
                        stream,
                        kept
                                + event("OLD", "2018-02-01T09:00:00Z", "New", "one")
                                + event("OLD", "2018-02-02T09:00:00Z", "Closed", "two")
                                + event("PAST", "2019-05-02T09:00:00Z", "New", "one")
                                + event("PAST", "2019-05-03T09:00:00Z", "Closed", "three"))
                .statusCode(200);
        assertThat(partitions(stream)).isEqualTo(3);

        asOwner()
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"keepFor\":\"P1Y\"}")
                .patch(BASE + stream + "/flow-settings")
                .then()
                .statusCode(200);

        var deadline = System.nanoTime() + 60_000_000_000L;
        while (workItems(stream) > 2) {
            assertThat(System.nanoTime()).as("forgotten in time").isLessThan(deadline);
            LockSupport.parkNanos(200_000_000);
        }
        assertThat(Streams.figures(stream).replace(stream, never))
                .isEqualTo(Streams.figures(never));
        asReader().get(BASE + stream + "/work-items/OLD").then().statusCode(404);
        assertThat(partitions(stream)).as("the era of OLD went as a whole").isEqualTo(2);
    }

    private static int workItems(String stream) {
        return asReader().get(BASE + stream + "/flow").jsonPath().getInt("workItems");
    }

    private int partitions(String stream) throws SQLException {
        try (var connection = database.getConnection();
                var statement =
                        connection.prepareStatement(
                                """
                                SELECT count(*) FROM pg_class c JOIN value_stream v ON c.relname LIKE 'work_item_event_' || v.id || '_%'
                                WHERE v.code = ? AND c.relkind = 'r'
                                """)) {
            statement.setString(1, stream);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
