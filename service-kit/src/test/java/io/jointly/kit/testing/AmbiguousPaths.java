package io.jointly.kit.testing;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Forms of a path that one reader takes for the path itself and another for something else. */
public final class AmbiguousPaths {
    private static final List<String> BEFORE_A_SEGMENT =
            List.of(
                    "/",
                    "./",
                    "../x/",
                    "%2e/",
                    "%2E%2E/x/",
                    ".%2e/",
                    "..;/x/",
                    "..;a=b/",
                    ";/",
                    ";a=b/",
                    "%2f",
                    "%2F",
                    "%5c",
                    "%5C",
                    "\\",
                    "%252f",
                    "%00/",
                    "%c0%af",
                    "%C0%AE/",
                    "%e0%80%af",
                    "%f0%80%80%af",
                    "%c1%9c",
                    "%ff/",
                    "%ed%a0%80",
                    "%0d%0a",
                    "%09",
                    "%c2%85",
                    "%7f",
                    "%",
                    "%2x",
                    "%zz",
                    "%u002f",
                    "/./",
                    "/%2e/");
    private static final List<String> AFTER_THE_PATH =
            List.of(
                    ";",
                    ";x",
                    ";jsessionid=1",
                    "%3b",
                    "%3Bx=y",
                    "//",
                    "/.",
                    "/..",
                    "/./",
                    "/%2e",
                    "/%2E%2E/",
                    "%00",
                    "%2500",
                    "%5c",
                    "\\",
                    "%0a",
                    "%c0%80",
                    "/..;",
                    "/.;/",
                    "%2f",
                    "%2F..%2f",
                    "%3b%2f",
                    "..%00/",
                    "%20;",
                    "%",
                    "%f");

    private AmbiguousPaths() {}

    /** Each must be refused with 400 before anything routes it. */
    public static List<String> of(String path) {
        var last = path.lastIndexOf('/') + 1;
        var second = path.indexOf('/', 1) + 1;
        return Stream.concat(
                        BEFORE_A_SEGMENT.stream()
                                .flatMap(
                                        odd ->
                                                Stream.of(
                                                        path.substring(0, last)
                                                                + odd
                                                                + path.substring(last),
                                                        path.substring(0, second)
                                                                + odd
                                                                + path.substring(second))),
                        AFTER_THE_PATH.stream().map(odd -> path + odd))
                .toList();
    }

    /** Plain, but not the address of the operation: whatever they give, nothing is let through. */
    public static List<String> strangersOf(String path) {
        return List.of(
                path.toUpperCase(Locale.ROOT),
                path.substring(0, 1)
                        + path.substring(1, 2).toUpperCase(Locale.ROOT)
                        + path.substring(2),
                path + "/",
                path + "%20",
                path + ".json",
                path + "~",
                path + "?;/../x",
                path.replaceFirst("api", "%61pi"));
    }
}
