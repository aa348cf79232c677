package io.jointly.local.database;

import io.jointly.local.workspace.LocalProblem;
import io.jointly.local.workspace.Secrets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The databases and their roles. Each service has an owner role, which migrates, and a run-time
 * role, which may not change the schema; Keycloak migrates itself and has one role.
 */
public final class Databases {
    public static final String IDENTITY = "keycloak";
    private static final List<String> SERVICES = List.of("catalog", "okr", "governance");

    private final int port;
    private final Secrets secrets;

    public Databases(int port, Secrets secrets) {
        this.port = port;
        this.secrets = secrets;
    }

    /** Name and password of a database role. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    public Login superuser() {
        return login(Cluster.SUPERUSER);
    }

    /** The role that owns a service's database and migrates it. */
    public Login owner(String database) {
        return login(database + "_owner");
    }

    /** The role that a service works with. */
    public Login runtime(String database) {
        return login(database);
    }

    private Login login(String role) {
        return new Login(role, secrets.of("database." + role));
    }

    boolean accept() {
        try (var connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Makes what is missing; after an interrupted first start the rest of it. */
    void create() {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            for (var service : SERVICES) {
                createRole(statement, owner(service));
                createRole(statement, runtime(service));
                createDatabase(statement, service, owner(service).user());
            }
            createRole(statement, runtime(IDENTITY));
            createDatabase(statement, IDENTITY, IDENTITY);
            for (var service : SERVICES) {
                grant(service);
            }
        } catch (SQLException e) {
            throw new LocalProblem(
                    "The databases cannot be made: %s.".formatted(e.getMessage()), e);
        }
    }

    private void grant(String service) throws SQLException {
        try (var connection = connect(service);
                var statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + owner(service).user());
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute("GRANT USAGE ON SCHEMA public TO " + service);
            // Temporary tables are no schema change: imports stage their rows in them.
            statement.execute(
                    "GRANT CONNECT, TEMPORARY ON DATABASE %s TO %s".formatted(service, service));
        }
    }

    private static void createRole(Statement statement, Login login) throws SQLException {
        if (isMissing(
                statement, "SELECT 1 FROM pg_roles WHERE rolname = '%s'".formatted(login.user()))) {
            statement.execute(
                    "CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(login.user(), login.password()));
        }
    }

    private static void createDatabase(Statement statement, String name, String owner)
            throws SQLException {
        if (isMissing(
                statement, "SELECT 1 FROM pg_database WHERE datname = '%s'".formatted(name))) {
            statement.execute("CREATE DATABASE %s OWNER %s".formatted(name, owner));
            statement.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(name));
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        var login = superuser();
        return DriverManager.getConnection(
                url(database) + "?connectTimeout=2", login.user(), login.password());
    }
}
