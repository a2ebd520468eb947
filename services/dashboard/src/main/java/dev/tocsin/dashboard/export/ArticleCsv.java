package dev.tocsin.dashboard.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Articles as CSV by RFC 4180, in UTF-8 with the mark that Excel knows it by. What comes from feeds is hostile: a cell that a
 * spreadsheet would take for a formula begins with an apostrophe, as OWASP advises against CSV injection.
 */
public final class ArticleCsv {
    private static final String END = "\r\n";
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";
    private static final List<String> COLUMNS = List.of(
            "id",
            "eventTime",
            "title",
            "language",
            "source",
            "country",
            "reliability",
            "topics",
            "actors",
            "places",
            "url",
            "excerpt");

    private ArticleCsv() {}

    /** The first line, with the mark before it. */
    public static String head() {
        return '\ufeff' + String.join(",", COLUMNS) + END;
    }

    /** An item of the archive's list as a line. */
    public static String line(JsonNode item) {
        var source = item.path("source");
        return List.of(
                        text(item, "id"),
                        text(item, "eventTime"),
                        text(item, "title"),
                        text(item.path("language"), "tag"),
                        text(source, "name"),
                        text(source, "country"),
                        text(source, "reliability"),
                        joined(item.path("topics"), "topic"),
                        joined(item.path("actors"), "name"),
                        joined(item.path("places"), "name"),
                        text(item, "url"),
                        text(item, "excerpt"))
                .stream()
                .map(ArticleCsv::cell)
                .collect(Collectors.joining(",", "", END));
    }

    static String cell(String value) {
        var safe = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain =
                safe.chars().noneMatch(c -> c == ',' || c == ';' || c == '"' || c == '\n' || c == '\r' || c == '\t');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isTextual() ? value.textValue() : "";
    }

    private static String joined(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(item -> text(item, field))
                .filter(value -> !value.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
