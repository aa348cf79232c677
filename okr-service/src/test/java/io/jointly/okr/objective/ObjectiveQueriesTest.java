package io.jointly.okr.objective;

import static io.jointly.okr.testing.Okr.addKeyResult;
import static io.jointly.okr.testing.Okr.department;
import static io.jointly.okr.testing.Okr.draft;
import static io.jointly.okr.testing.Okr.get;
import static io.jointly.okr.testing.Okr.keyResult;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.jointly.okr.testing.OkrTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.Test;

/** A page costs the same number of queries whatever is on it. */
@QuarkusTest
class ObjectiveQueriesTest extends OkrTest {
    @Inject SessionFactory database;

    @Test
    void readsAPageInTwoQueries() {
        var one = department();
        for (var i = 0; i < 6; i++) {
            var objective = draft(one, department(), department());
            addKeyResult(objective, one, keyResult(0, 1));
            addKeyResult(objective, one, keyResult(0, 2));
        }
        var statistics = database.getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        get("/objectives?department=" + one).statusCode(200).body("items", hasSize(6));
        assertThat(statistics.getPrepareStatementCount()).isEqualTo(2);
        statistics.setStatisticsEnabled(false);
    }
}
