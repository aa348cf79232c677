package io.jointly.gateway.report;

/** Text on its way into a spreadsheet. */
final class Cells {
    private Cells() {}

    /** Spreadsheets take a cell that begins like a formula for one; an apostrophe keeps it text. */
    static String harmless(String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        return "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
