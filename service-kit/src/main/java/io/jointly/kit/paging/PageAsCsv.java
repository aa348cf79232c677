package io.jointly.kit.paging;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes any list as {@code text/csv} (RFC 4180): nested values as {@code a.b}, arrays joined by
 * blanks.
 */
@Provider
@Produces(PageAsCsv.CSV)
public class PageAsCsv implements MessageBodyWriter<Tabular> {
    public static final String CSV = "text/csv";

    private final ObjectMapper json;

    PageAsCsv(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public boolean isWriteable(
            Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Tabular.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Tabular table,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        headers.putSingle("Content-Type", CSV + ";charset=UTF-8;header=present");
        var rows = new ArrayList<Map<String, String>>();
        var columns = new LinkedHashSet<String>();
        for (var item : table.items()) {
            var row = new LinkedHashMap<String, String>();
            flatten("", json.valueToTree(item), row);
            columns.addAll(row.keySet());
            rows.add(row);
        }
        var text = new StringBuilder();
        text.append(columns.stream().map(PageAsCsv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        for (var row : rows) {
            text.append(
                            columns.stream()
                                    .map(c -> cell(row.getOrDefault(c, "")))
                                    .collect(Collectors.joining(",")))
                    .append("\r\n");
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void flatten(String name, JsonNode node, Map<String, String> row) {
        if (node.isObject()) {
            node.properties()
                    .forEach(
                            f ->
                                    flatten(
                                            name.isEmpty() ? f.getKey() : name + "." + f.getKey(),
                                            f.getValue(),
                                            row));
        } else if (node.isArray()) {
            var parts = new ArrayList<String>();
            node.forEach(e -> parts.add(e.isValueNode() ? e.asText() : e.toString()));
            row.put(name, String.join(" ", parts));
        } else {
            row.put(name, node.isNull() ? "" : node.asText());
        }
    }

    /**
     * A cell that a spreadsheet would run as a formula is made harmless by a leading apostrophe.
     */
    public static String cell(String value) {
        var number = value.matches("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");
        var safe =
                !value.isEmpty() && !number && "=+-@\t\r".indexOf(value.charAt(0)) >= 0
                        ? "'" + value
                        : value;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
