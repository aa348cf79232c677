package io.jointly.governance.link;

import io.jointly.kit.link.Link;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The links of a record, with what is known about each. */
@Embeddable
public class Links {
    @Column(name = "links")
    private String[] all = {};

    @Column(name = "links_unverified")
    private String[] unverified = {};

    @Column(name = "links_missing")
    private String[] missing = {};

    protected Links() {}

    /** Links as they were checked on writing: each exists, or its owner did not answer. */
    public Links(Map<Link, Existence> checked) {
        all = checked.keySet().stream().map(Link::toString).toArray(String[]::new);
        unverified =
                checked.entrySet().stream()
                        .filter(e -> e.getValue() == Existence.UNKNOWN)
                        .map(e -> e.getKey().toString())
                        .toArray(String[]::new);
    }

    public List<LinkedRecord> view() {
        return Arrays.stream(all)
                .map(
                        link ->
                                new LinkedRecord(
                                        Link.parse(link),
                                        !contains(unverified, link) && !contains(missing, link),
                                        contains(missing, link) ? true : null))
                .toList();
    }

    public List<Link> unverified() {
        return Arrays.stream(unverified).map(Link::parse).toList();
    }

    /** Takes in what the owners said later; true when that changed anything. */
    public boolean learn(Map<Link, Existence> answers) {
        var open = unverified.length;
        for (var link : unverified()) {
            var answer = answers.getOrDefault(link, Existence.UNKNOWN);
            if (answer != Existence.UNKNOWN) {
                unverified = without(unverified, link.toString());
            }
            if (answer == Existence.MISSING) {
                missing = with(missing, link.toString());
            }
        }
        return unverified.length < open;
    }

    private static boolean contains(String[] array, String text) {
        return Arrays.asList(array).contains(text);
    }

    private static String[] without(String[] array, String text) {
        return Arrays.stream(array).filter(t -> !t.equals(text)).toArray(String[]::new);
    }

    private static String[] with(String[] array, String text) {
        var longer = Arrays.copyOf(array, array.length + 1);
        longer[array.length] = text;
        return longer;
    }
}
