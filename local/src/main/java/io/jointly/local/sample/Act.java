package io.jointly.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * Something that a demo user does through the API, as the sample files tell it.
 *
 * @param key name under which later acts refer to what was created; may be absent
 * @param by the user's name; that of the file when absent
 * @param post what to post to: a whole path, or something under the record that the act above
 *     created; the file's own list when absent
 * @param put what to put, instead of posting: the whole path of a record that nobody has drawn yet
 * @param body what to post or put
 * @param then what happens to the record afterwards
 */
record Act(String key, String by, String post, String put, JsonNode body, List<Act> then) {
    Act {
        then = then == null ? List.of() : then;
    }

    /** Where to post to, given the address of what the act happens to. */
    String addressUnder(String above) {
        if (post == null) {
            return above;
        }
        return post.startsWith("/") ? post : above + "/" + post;
    }

    /** A file of acts that belong together. */
    record Chapter(String what, String post, String by, List<Act> acts) {}
}
