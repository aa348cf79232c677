package io.jointly.local.process;

/** Tells the person who waits what is going on. */
public interface Progress {
    /** Something begins that may take longer than a second. */
    Task begin(String what);

    /** A plain line. */
    void say(String line);

    /** One thing that goes on. */
    interface Task {
        /** What it is busy with just now. */
        void detail(String detail);

        /** It ended well, with a closing word. */
        void done(String closing);

        /** It ended, and somebody else says how. */
        void drop();
    }

    /** For tests and other callers who do not watch. */
    static Progress silent() {
        return new Progress() {
            @Override
            public Task begin(String what) {
                return new Task() {
                    @Override
                    public void detail(String detail) {}

                    @Override
                    public void done(String closing) {}

                    @Override
                    public void drop() {}
                };
            }

            @Override
            public void say(String line) {}
        };
    }
}
