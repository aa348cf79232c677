package io.jointly.gateway.report;

import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import java.util.regex.Pattern;

/** What a flow report is asked for. */
record FlowQuestion(String stream, String level, String from, String to, int limit) {
    /** Code of a value stream, as API descriptions write patterns. */
    static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    static final int LONGEST_CODE = 64;

    /** An instant or a date; that there is such a day is not for a pattern to say. */
    static final String MOMENT =
            "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2}))?$";

    /** More than a page of a report shows; a longer list is for the catalog's own matrix. */
    static final int MOST = 200;

    static final int USUAL = 50;

    private static final Pattern CODES = Pattern.compile(CODE);

    static FlowQuestion of(String stream, String level, String from, String to, String limit) {
        if (stream == null) {
            throw StandardProblem.invalidParameter("stream", "is missing");
        }
        if (stream.length() > LONGEST_CODE || !CODES.matcher(stream).matches()) {
            throw StandardProblem.invalidParameter("stream", "is not the code of a value stream");
        }
        if (level != null && !level.equals("team") && !level.equals("department")) {
            throw StandardProblem.invalidParameter("level", "is none of team, department");
        }
        Params.instant("from", from);
        Params.instant("to", to);
        return new FlowQuestion(
                stream,
                level == null ? "team" : level,
                from,
                to,
                Params.number("limit", limit, 1, MOST, USUAL));
    }
}
