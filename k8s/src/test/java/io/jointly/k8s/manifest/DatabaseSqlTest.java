package io.jointly.k8s.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Runs database/database.sql against a real PostgreSQL and tries what each of the two roles can do
 * afterwards.
 */
class DatabaseSqlTest {
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void setUp() throws IOException, SQLException {
        postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "20").start();
        runScript("okr", "first");
        runScript("catalog", "first");
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void letsTheOwnerMigrateAndTheServiceWorkWithWhatItWasGranted() throws SQLException {
        try (Connection owner = connect("okr", "okr_owner", "first")) {
            execute(owner, "CREATE TABLE objective (id int)");
            execute(owner, "GRANT SELECT, INSERT ON objective TO okr");
        }
        try (Connection service = connect("okr", "okr", "first")) {
            execute(service, "INSERT INTO objective VALUES (1)");
            assertThatThrownBy(() -> execute(service, "DELETE FROM objective"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void refusesDdlToTheService() throws SQLException {
        try (Connection service = connect("okr", "okr", "first")) {
            assertThatThrownBy(() -> execute(service, "CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied for schema public");
            assertThatThrownBy(() -> execute(service, "CREATE SCHEMA mine"))
                    .hasMessageContaining("permission denied for database");
            assertThatThrownBy(() -> execute(service, "SET ROLE okr_owner"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keepsEachServiceOutOfTheOthersDatabases() {
        for (String role : List.of("okr", "okr_owner")) {
            assertThatThrownBy(() -> connect("catalog", role, "first").close())
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void mayRunAgainToChangeThePasswords() throws SQLException {
        runScript("governance", "first");
        runScript("governance", "second");

        connect("governance", "governance", "second").close();
        // The embedded server trusts everybody, so ask what it has stored.
        try (Connection admin = connect("postgres", "postgres", "");
                var stored =
                        admin.createStatement()
                                .executeQuery(
                                        "SELECT count(*) FROM pg_authid WHERE rolname LIKE 'governance%'"
                                                + " AND rolpassword LIKE 'SCRAM-SHA-256%' AND NOT rolsuper AND NOT rolcreaterole")) {
            stored.next();
            assertThat(stored.getInt(1)).isEqualTo(2);
        }
    }

    private static void runScript(String database, String password) throws SQLException {
        var script =
                new PsqlScript(
                        Map.of(
                                "DATABASE", database,
                                "OWNER_ROLE", database + "_owner",
                                "OWNER_PASSWORD", password,
                                "RUNTIME_ROLE", database,
                                "RUNTIME_PASSWORD", password));
        script.run(Yaml.text(Path.of("database/database.sql")));
    }

    private static Connection connect(String database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(postgres.getJdbcUrl(user, database), user, password);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * As much of psql as the script needs: variables, \gexec and \connect. The Maven artifact
     * brings the server only.
     */
    private static final class PsqlScript {
        private static final Pattern VARIABLE =
                Pattern.compile(":(?<quote>['\"])(?<name>\\w+)['\"]");

        private final Map<String, String> environment;
        private final Map<String, String> variables = new HashMap<>();
        private Connection connection;

        PsqlScript(Map<String, String> environment) {
            this.environment = environment;
        }

        void run(String script) throws SQLException {
            connection = connect("postgres", "postgres", "");
            var statement = new StringBuilder();
            for (String line : script.replaceAll("(?m)^--.*$", "").split("\n", -1)) {
                String[] words = line.split("\\s+", -1);
                switch (words[0]) {
                    case "\\set" -> assertThat(line).isEqualTo("\\set ON_ERROR_STOP on");
                    case "\\getenv" -> variables.put(words[1], environment.get(words[2]));
                    case "\\connect" -> {
                        connection.close();
                        connection =
                                connect(substitute(words[1]).replace("\"", ""), "postgres", "");
                    }
                    case "\\gexec" -> {
                        for (String generated : query(substitute(statement.toString()))) {
                            execute(connection, generated);
                        }
                        statement.setLength(0);
                    }
                    default -> {
                        statement.append(line).append('\n');
                        if (line.endsWith(";")) {
                            execute(connection, substitute(statement.toString()));
                            statement.setLength(0);
                        }
                    }
                }
            }
            connection.close();
            assertThat(statement.toString()).isBlank();
        }

        private List<String> query(String sql) throws SQLException {
            var rows = new ArrayList<String>();
            try (var result = connection.createStatement().executeQuery(sql)) {
                while (result.next()) {
                    rows.add(result.getString(1));
                }
            }
            return rows;
        }

        private String substitute(String sql) {
            return VARIABLE.matcher(sql)
                    .replaceAll(
                            (MatchResult match) -> {
                                String quote = match.group(1);
                                return quote + variables.get(match.group(2)) + quote;
                            });
        }
    }
}
