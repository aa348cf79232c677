package io.jointly.catalog.eventlog;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The wanted attributes of a log's element, with nested ones under {@code key.sub}. */
final class XesAttributes {
    private static final Set<String> TYPES =
            Set.of("string", "date", "int", "float", "boolean", "id", "list", "container");
    private static final int DEEPEST = 64;
    private static final int LONGEST_KEY = 1_000;

    /** Moves the parser on, and counts what it reads. */
    interface Steps {
        int next() throws XMLStreamException;
    }

    private final XMLStreamReader xml;
    private final Steps steps;
    private final Predicate<String> wanted;
    private final Map<String, String> values = new HashMap<>();

    XesAttributes(XMLStreamReader xml, Steps steps, Predicate<String> wanted) {
        this.xml = xml;
        this.steps = steps;
        this.wanted = wanted;
    }

    Map<String, String> values() {
        return values;
    }

    void clear() {
        values.clear();
    }

    static boolean isAttribute(String element) {
        return TYPES.contains(element);
    }

    /** From the start of an attribute's element to its end. */
    void read() throws XMLStreamException {
        read("", 1);
    }

    private String read(String prefix, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new BodyProblem.BrokenXes(
                    "attributes are nested more than %d deep".formatted(DEEPEST));
        }
        var type = xml.getLocalName();
        var key = xml.getAttributeValue(null, "key");
        var value = xml.getAttributeValue(null, "value");
        var path = key == null ? null : prefix + key;
        if (path != null && path.length() <= LONGEST_KEY && wanted.test(path) && value != null) {
            values.put(path, value);
        }
        var parts = type.equals("list") ? new StringJoiner(", ") : null;
        children(path == null ? prefix : path + ".", depth, parts);
        if (parts != null
                && path != null
                && path.length() <= LONGEST_KEY
                && parts.length() > 0
                && wanted.test(path)) {
            values.put(path, parts.toString());
        }
        return value;
    }

    /** A list's values may stand in it, or one deeper in {@code values}. */
    private void children(String prefix, int depth, StringJoiner parts) throws XMLStreamException {
        for (var event = steps.next();
                event != XMLStreamConstants.END_ELEMENT;
                event = steps.next()) {
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (isAttribute(xml.getLocalName())) {
                var value = read(prefix, depth + 1);
                // Kept within reason: a field has a few thousand characters at most anyway.
                if (parts != null && value != null && parts.length() < 10_000) {
                    parts.add(value);
                }
            } else if (depth < DEEPEST && xml.getLocalName().equals("values")) {
                children(prefix, depth + 1, parts);
            } else {
                skip(xml, steps);
            }
        }
    }

    /** From the start of an element to its end, whatever is in it. */
    static void skip(XMLStreamReader xml, Steps steps) throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            var event = steps.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                if (depth > DEEPEST) {
                    throw new BodyProblem.BrokenXes(
                            "elements are nested more than %d deep".formatted(DEEPEST));
                }
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
