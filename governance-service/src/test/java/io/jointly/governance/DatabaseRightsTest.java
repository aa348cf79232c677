package io.jointly.governance;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.jointly.governance.testing.GovernanceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The run-time role can do what the service does, and nothing that would hide its traces. */
@QuarkusTest
class DatabaseRightsTest extends GovernanceTest {
    @Inject AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE journal SET actor = 'somebody'",
                "DELETE FROM journal",
                "TRUNCATE journal",
                "DELETE FROM decision",
                "DELETE FROM escalation",
                "UPDATE measurement SET value = 0",
                "DELETE FROM measurement",
                "DELETE FROM known_department",
                "CREATE TABLE mine (x int)",
                "ALTER TABLE decision ADD COLUMN x int",
                "DROP TABLE escalation",
                "ALTER TABLE journal DISABLE TRIGGER ALL"
            })
    void isRefused(String sql) {
        assertThatThrownBy(
                        () -> {
                            try (var connection = database.getConnection();
                                    var statement = connection.createStatement()) {
                                statement.execute(sql);
                            }
                        })
                .isInstanceOfSatisfying(
                        SQLException.class,
                        e ->
                                org.assertj.core.api.Assertions.assertThat(e.getSQLState())
                                        .isEqualTo("42501"));
    }
}
