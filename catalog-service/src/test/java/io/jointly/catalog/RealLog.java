package io.jointly.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;

/**
 * The incident log (UCI 498), which lies beside the repository: absent, its tests are left out, but
 * never in CI.
 */
public final class RealLog {
    private static final String FILE = "uci498-incident-log/incident_event_log.zip";
    private static final String RECEIPT = "wabo-receipt/receipt.xes.gz";

    private RealLog() {}

    public static Path requireZip() {
        return require(FILE);
    }

    /** The receipt phase of permit applications of a municipality, as packed XES. */
    public static Path requireReceipt() {
        return require(RECEIPT);
    }

    private static Path require(String name) {
        var file = find(name);
        if ("true".equals(System.getenv("CI"))) {
            assertThat(file).as(name + ", which CI must have").isPresent();
        }
        Assumptions.assumeTrue(
                file.isPresent(),
                "left out: no " + name + " in ../shared/data or JOINTLY_REAL_DATA");
        return file.orElseThrow();
    }

    public static InputStream csv() {
        try {
            var zip = new ZipInputStream(Files.newInputStream(requireZip()));
            zip.getNextEntry();
            return zip;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> find(String name) {
        var configured = System.getenv("JOINTLY_REAL_DATA");
        if (configured != null) {
            return Optional.of(Path.of(configured, name)).filter(Files::exists);
        }
        for (var folder = Path.of("").toAbsolutePath();
                folder != null;
                folder = folder.getParent()) {
            var file = folder.resolve("shared/data").resolve(name);
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
