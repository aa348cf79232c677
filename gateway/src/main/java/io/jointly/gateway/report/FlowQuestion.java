package io.jointly.gateway.report;

import io.jointly.kit.http.Params;
import io.jointly.kit.problem.StandardProblem;
import java.util.regex.Pattern;

/** What a flow report is asked for. */
record FlowQuestion(String stream, String level, String from, String to, int limit) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int MOST = 200;
    private static final int USUAL = 50;

    static FlowQuestion of(String stream, String level, String from, String to, String limit) {
        if (stream == null) {
            throw StandardProblem.invalidParameter("stream", "is missing");
        }
        if (stream.length() > 64 || !CODE.matcher(stream).matches()) {
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
