package io.jointly.local.identity;

import io.jointly.local.database.Databases;
import io.jointly.local.workspace.Addresses;
import io.jointly.local.workspace.LocalProblem;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;

/**
 * Keycloak refuses plain HTTP from public addresses. Whoever opens the suite with {@code --host}
 * wants it nevertheless; it must be told before the start, because afterwards it would refuse the
 * request to change it.
 */
record PlainHttp(String host) {

    /** What the realm file is to say instead of its own setting. */
    Optional<String> wanted() {
        return host.equals(Addresses.LOOPBACK) ? Optional.empty() : Optional.of("none");
    }

    /** Changes the setting of the realms that an earlier start has made. */
    void allow(Databases databases) {
        var login = databases.runtime(Databases.IDENTITY);
        var url = databases.url(Databases.IDENTITY);
        try (var connection = DriverManager.getConnection(url, login.user(), login.password());
                var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("SELECT to_regclass('public.realm')")) {
                if (!table.next() || table.getString(1) == null) {
                    return;
                }
            }
            statement.executeUpdate(
                    "UPDATE realm SET ssl_required = '%s'"
                            .formatted(wanted().orElse("external").toUpperCase(Locale.ROOT)));
        } catch (SQLException e) {
            throw new LocalProblem(
                    "Keycloak's tables cannot be read: %s.".formatted(e.getMessage()), e);
        }
    }
}
