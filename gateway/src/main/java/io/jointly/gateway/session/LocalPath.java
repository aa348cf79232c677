package io.jointly.gateway.session;

/** Where to go after signing in; only ever a path of our own. */
final class LocalPath {
    private static final String HOME = "/";

    private LocalPath() {}

    static String of(String wanted) {
        return wanted != null && isLocal(wanted) ? wanted : HOME;
    }

    /**
     * Browsers read {@code //host} and {@code /\host} as other sites, and skip control characters.
     */
    private static boolean isLocal(String path) {
        return path.startsWith("/")
                && !path.startsWith("//")
                && path.indexOf('\\') < 0
                && path.length() <= 2_048
                && path.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
