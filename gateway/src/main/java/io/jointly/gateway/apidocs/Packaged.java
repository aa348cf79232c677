package io.jointly.gateway.apidocs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that travel in our jar. */
final class Packaged {
    private Packaged() {}

    static Optional<String> text(String resource) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var in = loader.getResourceAsStream(resource)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
