package io.jointly.governance.department;

import io.jointly.governance.link.Asking;
import io.jointly.governance.link.CatalogRecords;
import io.jointly.governance.link.FoundRecord;
import io.jointly.governance.reference.Sql;
import io.jointly.governance.worktime.Calendars;
import io.jointly.kit.problem.FieldError;
import io.jointly.kit.problem.StandardProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The departments that catalog-service has told us of, by its feed or when asked.
 *
 * <p>Kept here, so that people can raise and decide while that service is down; one that we never
 * heard of is only taken once its owner has confirmed it.
 */
@ApplicationScoped
public class DepartmentDirectory {
    private static final Logger LOG = Logger.getLogger(DepartmentDirectory.class);

    private final Sql sql;
    private final CatalogRecords catalog;
    private final Calendars calendars;

    DepartmentDirectory(Sql sql, CatalogRecords catalog, Calendars calendars) {
        this.sql = sql;
        this.catalog = catalog;
        this.calendars = calendars;
    }

    /** Refuses codes that name no department, each with its place in the request. */
    public void requireAll(String pointer, List<String> codes) {
        var known = zones(codes);
        var learned = new TreeMap<String, FoundRecord>();
        for (var i = 0; i < codes.size(); i++) {
            if (!known.containsKey(codes.get(i))) {
                learned.put(codes.get(i), askOwner(codes.get(i), pointer + "/" + i));
            }
        }
        // Only once all have been asked for, and in one order for everybody: two requests that
        // learn
        // of the same departments must not wait for each other's rows.
        learned.forEach((code, found) -> learn(code, found.name(), found.timeZone()));
    }

    /** Where a department works. */
    public ZoneId zoneOf(String code) {
        return zone(zones(List.of(code)).get(code));
    }

    /** What the departments are called, by their codes; one that we never heard of is left out. */
    public Map<String, String> namesOf(List<String> codes) {
        return sql
                .query(
                        "SELECT code, name FROM known_department WHERE code = ANY (?)",
                        row -> Map.entry(row.getString("code"), row.getString("name")),
                        codes)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Takes in what catalog-service says of a department. */
    public void learn(String code, String name, String timeZone) {
        sql.update(
                """
                INSERT INTO known_department (code, name, time_zone) VALUES (?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, time_zone = excluded.time_zone
                """,
                code,
                name == null ? code : name,
                zone(timeZone).getId());
    }

    private FoundRecord askOwner(String code, String pointer) {
        return ask(code)
                .orElseThrow(
                        () ->
                                StandardProblem.ruleViolated(
                                        "department-not-found",
                                        "There is no department '%s'.".formatted(code),
                                        FieldError.at(pointer, "names no department")));
    }

    private Optional<FoundRecord> ask(String code) {
        try {
            return catalog.find("departments", code, Asking.CALLER);
        } catch (RuntimeException e) {
            LOG.infof("catalog-service does not answer: %s", e.getMessage());
            throw StandardProblem.unavailable(
                    "Nobody can confirm just now that there is a department '%s': catalog-service does not answer. Nothing was changed; try again shortly."
                            .formatted(code));
        }
    }

    private Map<String, String> zones(List<String> codes) {
        return sql
                .query(
                        "SELECT code, time_zone FROM known_department WHERE code = ANY (?)",
                        row -> Map.entry(row.getString("code"), row.getString("time_zone")),
                        codes)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private ZoneId zone(String name) {
        try {
            return name == null ? calendars.usualZone() : ZoneId.of(name);
        } catch (DateTimeException e) {
            return calendars.usualZone();
        }
    }
}
