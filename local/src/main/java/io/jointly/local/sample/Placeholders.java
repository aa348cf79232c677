package io.jointly.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.jointly.local.workspace.LocalProblem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sample files leave open as <code>${...}</code>: references given by the services, the
 * quarter of the loading day, and days counted from it ({@code ${day+14}}, {@code ${workday-7}},
 * {@code ${noon+14}}).
 */
final class Placeholders {
    private static final Pattern OPEN = Pattern.compile("\\$\\{([^}]+)}");
    private static final Pattern DAY = Pattern.compile("(day|workday|noon)([+-]\\d+)");

    private final Map<String, String> known = new HashMap<>();
    private final LocalDate today;

    Placeholders(LocalDate today) {
        this.today = today;
        var quarter = (today.getMonthValue() + 2) / 3;
        var start = LocalDate.of(today.getYear(), 3 * quarter - 2, 1);
        know("quarter", "%d-q%d".formatted(today.getYear(), quarter));
        know("quarter-name", "Quarter %d of %d".formatted(quarter, today.getYear()));
        know("quarter-start", start.toString());
        know("quarter-end", start.plusMonths(3).minusDays(1).toString());
    }

    void know(String name, String value) {
        known.put(name, value);
    }

    /** The same JSON, with nothing left open. */
    JsonNode fill(JsonNode node) {
        if (node instanceof ObjectNode object) {
            var filled = object.objectNode();
            object.properties().forEach(e -> filled.set(e.getKey(), fill(e.getValue())));
            return filled;
        }
        if (node instanceof ArrayNode array) {
            var filled = array.arrayNode();
            array.forEach(element -> filled.add(fill(element)));
            return filled;
        }
        return node.isTextual() ? TextNode.valueOf(fill(node.textValue())) : node;
    }

    /** The same text, with nothing left open. */
    String fill(String text) {
        return OPEN.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1))));
    }

    /**
     * The Friday before a weekend: nobody meets on a Sunday because the sample is loaded on one.
     */
    private static LocalDate workday(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> day.minusDays(1);
            case SUNDAY -> day.minusDays(2);
            default -> day;
        };
    }

    private String value(String name) {
        var day = DAY.matcher(name);
        if (day.matches()) {
            var then = today.plusDays(Integer.parseInt(day.group(2)));
            return switch (day.group(1)) {
                case "noon" -> then.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).toString();
                case "workday" -> workday(then).toString();
                default -> then.toString();
            };
        }
        var value = known.get(name);
        if (value == null) {
            throw new LocalProblem(
                    "The sample set asks for '%s' before it is there.".formatted(name));
        }
        return value;
    }
}
