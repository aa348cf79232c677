package io.jointly.catalog.eventlog;

import java.io.IOException;
import java.io.InputStream;

/** Reads a body of events of one format. */
public interface EventReader {
    /**
     * Reads a whole body into a sink, unpacked already, event by event, so that bodies of any size
     * need little memory. A line that cannot be taken is rejected and the others go on.
     *
     * @throws BodyProblem when it is not of the format, from some line on
     * @throws IOException when it breaks off
     */
    void readAll(InputStream in, EventSink sink) throws IOException;
}
