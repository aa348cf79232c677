package io.jointly.kit.journal;

import java.sql.SQLException;

/** A statement of the kit's own failed; the cause says why. */
public class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseException(SQLException cause) {
        super(cause);
    }
}
