package dev.tocsin.dashboard.pages;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A line of CSV (RFC 4180) that no spreadsheet takes for a formula. */
public final class CsvLine {
    private CsvLine() {}

    /** The line, with its end. Each field is quoted; one that would begin a formula gets an apostrophe before it. */
    public static String of(@Nullable String... fields) {
        return Arrays.stream(fields).map(CsvLine::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(@Nullable String field) {
        var text = field == null ? "" : field;
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
