package io.jointly.kit.paging;

import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * The paging parameters of every list. The cursor holds the sort key of the last row seen, so a
 * deep page costs what the first costs (keyset paging), and rows that come or go shift nothing.
 */
public class Paging {
    static final int MOST = 200;
    static final int USUAL = 50;

    @QueryParam("limit")
    @Parameter(
            description = "How many items at most, 1 to 200",
            schema =
                    @Schema(
                            type =
                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                            .INTEGER,
                            minimum = "1",
                            maximum = "200",
                            defaultValue = "50"))
    String limit;

    @QueryParam("cursor")
    @Parameter(description = "Where to go on, as the previous page's `next` has it; opaque")
    String cursor;

    @QueryParam("count")
    @Parameter(
            description = "Whether to count the whole list",
            schema =
                    @Schema(
                            type =
                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                            .BOOLEAN,
                            defaultValue = "false"))
    String count;

    @Context UriInfo uri;

    /** Rows after a key, at most so many, in the list's order; the key is null at the start. */
    @FunctionalInterface
    public interface Rows<E> {
        List<E> after(String key, int most);
    }

    /**
     * @param rows reads the rows
     * @param key the sort key of a row, unique within the list
     * @param view what callers see of a row
     * @param total counts the whole list, only called when asked for
     */
    public <E, V> Page<V> page(
            Rows<E> rows, Function<E, String> key, Function<E, V> view, LongSupplier total) {
        var most = Params.number("limit", limit, 1, MOST, USUAL);
        var counted = Params.flag("count", count);
        var found = rows.after(decode(cursor), most + 1);
        var shown = found.size() > most ? found.subList(0, most) : found;
        var next =
                found.size() > most
                        ? address(encode(key.apply(shown.get(shown.size() - 1))))
                        : null;
        return new Page<>(
                shown.stream().map(view).toList(),
                next,
                uri.getRequestUri().getRawPath() + query(uri.getRequestUri().getRawQuery()),
                counted ? total.getAsLong() : null);
    }

    private String address(String cursor) {
        var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor).build();
        return next.getRawPath() + query(next.getRawQuery());
    }

    private static String query(String raw) {
        return raw == null ? "" : "?" + raw;
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            var key =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                            .toString();
            if (key.indexOf('\0') < 0) { // which the database would refuse
                return key;
            }
        } catch (IllegalArgumentException | CharacterCodingException e) {
            // answered below, the same as a key that cannot be
        }
        throw badCursor();
    }

    /** For lists whose key is a number. */
    public static Long number(String key) {
        try {
            return key == null ? null : Long.valueOf(key);
        } catch (NumberFormatException e) {
            throw badCursor();
        }
    }

    public static StandardProblem badCursor() {
        return StandardProblem.invalidParameter(
                "cursor", "is not one that this list has given; begin again without it");
    }
}
