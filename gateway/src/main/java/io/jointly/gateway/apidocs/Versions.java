package io.jointly.gateway.apidocs;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Versions that Maven decided. */
final class Versions {
    static final String SWAGGER_UI = read("META-INF/maven/org.webjars/swagger-ui/pom.properties");

    private Versions() {}

    private static String read(String resource) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Packaged.text(resource).orElseThrow()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
