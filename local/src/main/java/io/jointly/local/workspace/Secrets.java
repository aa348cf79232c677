package io.jointly.local.workspace;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords and keys, made at random when first asked for and kept in a file of mode 0600. */
public final class Secrets {
    /** The documented password of every demo user; there is nothing to protect behind it. */
    public static final String DEMO_PASSWORD = "jointly-demo";

    private static final int BYTES = 32;

    private final Path file;
    private final Properties values = new Properties();
    private final SecureRandom random = new SecureRandom();

    public Secrets(Path file) {
        this.file = file;
        load();
    }

    private void load() {
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException e) {
                throw new LocalProblem("The secrets in %s cannot be read.".formatted(file), e);
            }
        }
    }

    /** The secret of that name; the same one on every later start. */
    public String of(String name) {
        // One lock for all: two readers of the same file must not each make up their own secret.
        synchronized (Secrets.class) {
            if (!values.containsKey(name)) {
                load();
            }
            if (!values.containsKey(name)) {
                values.setProperty(name, fresh());
                save();
            }
            return values.getProperty(name);
        }
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void save() {
        var text = new StringWriter();
        try {
            values.store(text, "Secrets of this local suite; do not share.");
        } catch (IOException e) {
            throw new IllegalStateException("A string writer does not fail", e);
        }
        OwnerOnly.write(file, text.toString());
    }
}
