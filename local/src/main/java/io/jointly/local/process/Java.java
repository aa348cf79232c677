package io.jointly.local.process;

import java.nio.file.Path;

/** The Java that runs this launcher, which runs the parts as well. */
public final class Java {
    private Java() {}

    public static String command() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
