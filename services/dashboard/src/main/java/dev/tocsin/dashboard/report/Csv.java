package dev.tocsin.dashboard.report;

import org.jspecify.annotations.Nullable;

/**
 * Rows as CSV (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, as OWASP advises:
 * what stands in a feed must not compute in an analyst's table.
 */
public final class Csv {
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /** One row with its line end. */
    public static String row(@Nullable Object... cells) {
        var row = new StringBuilder();
        for (var cell : cells) {
            if (!row.isEmpty()) {
                row.append(',');
            }
            row.append(cell(cell));
        }
        return row.append("\r\n").toString();
    }

    /** Numbers and times are ours, whatever they begin with; texts are in quotes, so that an empty first cell is seen. */
    private static String cell(@Nullable Object cell) {
        if (!(cell instanceof String text)) {
            return cell == null ? "\"\"" : cell.toString();
        }
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
    }
}
