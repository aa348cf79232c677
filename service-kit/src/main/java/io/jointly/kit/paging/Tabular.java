package io.jointly.kit.paging;

import java.util.List;

/** An answer whose items are rows, and which can be written as CSV for that reason. */
public interface Tabular {
    List<?> items();
}
