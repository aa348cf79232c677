package io.jointly.catalog.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class EventPreviewTest {
    private final EventPreview preview = new EventPreview(new ObjectMapper());

    @Test
    void takesAsMuchMemoryForAPackedFileAsTheFileNeeds() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("id,at,what\nA,2026-01-05T09:00:00Z,New\n".getBytes(StandardCharsets.UTF_8));
        }
        look(packed.toByteArray()); // classes and tables are made once
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        look(packed.toByteArray());
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2 * 1024 * 1024);
    }

    private void look(byte[] body) {
        var seen = preview.look("text/csv", "gzip", null, false, new ByteArrayInputStream(body));
        assertThat(seen.columns()).hasSize(3);
        assertThat(seen.partial()).isFalse();
    }
}
