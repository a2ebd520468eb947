package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the system is: each part with whether it works, the archive's figures, and who is told.
 *
 * @param deliveries null while notify does not say
 */
public record StatusView(List<Part> parts, List<Figure> figures, @Nullable DeliveriesView deliveries) {
    /** A part of the system, with what is wrong or how it is. */
    public record Part(String name, boolean well, String detail) {}

    /**
     * One value of the archive's answer, named by its path.
     *
     * @param iso the value as RFC 3339, where it is a time
     */
    public record Figure(String name, String value, @Nullable String iso) {}

    private static final int MOST = 200;

    /** All values of an answer whose form is the archive's business, in its order; lists by their length. */
    public static List<Figure> figures(JsonNode answer) {
        var figures = new ArrayList<Figure>();
        collect("", answer, figures);
        return figures;
    }

    private static void collect(String path, JsonNode node, List<Figure> into) {
        node.properties().forEach(field -> {
            var key = field.getKey().replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            var name = path.isEmpty() ? key : path + " · " + key;
            if (field.getValue().isObject()) {
                collect(name, field.getValue(), into);
            } else if (into.size() < MOST) {
                into.add(figure(name, field.getValue()));
            }
        });
    }

    private static Figure figure(String name, JsonNode value) {
        var time = ArticleRow.moment(name, value);
        if (time.iso() != null) {
            return new Figure(name, time.text(), time.iso());
        }
        return new Figure(
                name, value.isArray() ? value.size() + " items" : value.isNull() ? "–" : value.asText(), null);
    }
}
