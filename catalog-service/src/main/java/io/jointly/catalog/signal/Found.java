package io.jointly.catalog.signal;

import io.jointly.kit.paging.Paging;

/** A signal, and where it stands in the list. */
record Found(Signal signal, Place place) {
    String key() {
        return place.key();
    }

    /** The gravest first, then by kind, then what there is most of; the id settles the rest. */
    record Place(int gravity, int kind, long weight, String id) {
        String key() {
            return "%d %d %d %s".formatted(gravity, kind, weight, id);
        }

        /** Reads a cursor. */
        static Place of(String key) {
            var parts = key.split(" ", 4);
            try {
                return new Place(
                        Integer.parseInt(parts[0]),
                        Integer.parseInt(parts[1]),
                        Long.parseLong(parts[2]),
                        parts[3]);
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw Paging.badCursor();
            }
        }
    }
}
