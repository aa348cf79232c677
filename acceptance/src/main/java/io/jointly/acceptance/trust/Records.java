package io.jointly.acceptance.trust;

import io.jointly.acceptance.suite.Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads whole lists, page by page. */
final class Records {
    private Records() {}

    /** References of the objectives whose titles hold this. */
    static List<String> objectives(Api api, String title) {
        var references = new ArrayList<String>();
        for (var path = Api.OKR + "/objectives?limit=200&q=" + title; path != null; ) {
            var page = api.as("head-it").read(path);
            page.path("items").forEach(item -> references.add(item.path("ref").asText()));
            path = page.path("next").isTextual() ? page.path("next").asText() : null;
        }
        return references;
    }

    /** How often the feed of okr tells of each subject, for events of one type. */
    static Map<String, Integer> told(Api api, String type) {
        var told = new HashMap<String, Integer>();
        var cursor = "";
        while (true) {
            var page = api.as("head-it").read(Api.OKR + "/changes?limit=200" + cursor);
            if (page.path("items").isEmpty()) {
                return told;
            }
            page.path("items")
                    .forEach(
                            event -> {
                                if (event.path("type").asText().equals(type)) {
                                    told.merge(event.path("subject").asText(), 1, Integer::sum);
                                }
                            });
            cursor = "&after=" + page.path("next").asText();
        }
    }
}
