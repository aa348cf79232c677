package io.jointly.local.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The files of the sample set, as they lie in this build. */
final class SampleFiles {
    static final ObjectMapper JSON = new ObjectMapper();

    private SampleFiles() {}

    /** The order in which the sample set is told. */
    record Index(List<Step> steps) {}

    /** Either a file of acts or the events of some streams. */
    record Step(String acts, List<Part> events) {}

    /**
     * Events of a stream, cut at a day; the cut lets a measure move after somebody bound to it.
     *
     * @param sinceDaysAgo absent for all from the beginning
     * @param untilDaysAgo absent for all up to now
     */
    record Part(String flow, Integer sinceDaysAgo, Integer untilDaysAgo) {}

    static Index index() {
        return read("index.json", Index.class);
    }

    static Act.Chapter chapter(String file) {
        return read(file, Act.Chapter.class);
    }

    static FlowRecipe recipe(String file) {
        return read("flow/" + file, FlowRecipe.class);
    }

    private static <T> T read(String file, Class<T> type) {
        try (var in = SampleFiles.class.getResourceAsStream("/sample/" + file)) {
            if (in == null) {
                throw new FileNotFoundException("/sample/" + file);
            }
            return JSON.readValue(in, type);
        } catch (IOException e) {
            // Our own files are part of the build: a broken one is a mistake of ours.
            throw new UncheckedIOException(e);
        }
    }
}
