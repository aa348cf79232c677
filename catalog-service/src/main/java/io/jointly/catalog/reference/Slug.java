package io.jointly.catalog.reference;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/** Makes keys of names. */
public final class Slug {
    private static final int LONGEST = 50;

    private Slug() {}

    /**
     * A key of the name's letters and digits that is not taken yet, and is taken from now on.
     *
     * @param otherwise what the key is made of when the name has no Latin letters
     */
    public static String of(String name, String otherwise, Set<String> taken) {
        var plain =
                Normalizer.normalize(name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}+", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-", "");
        var cut = plain.substring(0, Math.min(plain.length(), LONGEST)).replaceAll("-$", "");
        var base = cut.matches(Code.PATTERN) ? cut : otherwise;
        var key = base;
        for (var n = 2; !taken.add(key); n++) {
            key = base + "-" + n;
        }
        return key;
    }
}
