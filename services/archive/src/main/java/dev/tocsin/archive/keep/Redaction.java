package dev.tocsin.archive.keep;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;

/**
 * Takes the words of erased articles out of what was made of them: quotes, titles, addresses, spellings of names. What was found out,
 * a figure and who gave it, stays, and so does the article's id. In the JSON of a story or an alert, wherever they repeat an
 * article: in objects that name it in {@code article}.
 */
public final class Redaction {
    /** Stands for a headline that was the title of an erased article. */
    public static final String ERASED = "[erased]";

    private static final Set<String> WORDS = Set.of("quote", "spelling");
    private static final List<String> ADDRESSES = List.of("url", "title");
    private static final String HEADLINE = "headline";

    private Redaction() {}

    /** Changes a story or an alert; whether there was anything to take out. */
    public static boolean apply(ObjectNode message, Erasures erased) {
        return within(message, erased);
    }

    private static boolean within(JsonNode node, Erasures erased) {
        boolean changed = false;
        if (node instanceof ArrayNode array) {
            for (var item : array) {
                changed |= within(item, erased);
            }
        } else if (node instanceof ObjectNode object) {
            var article = object.path("article").textValue();
            changed = article != null && erased.has(article) && blank(object);
            changed |= headline(object, erased);
            for (var entry : object.properties()) {
                changed |= within(entry.getValue(), erased);
            }
        }
        return changed;
    }

    private static boolean headline(ObjectNode object, Erasures erased) {
        var headline = object.path(HEADLINE).textValue();
        if (headline == null || !erased.isTitle(headline)) {
            return false;
        }
        object.put(HEADLINE, ERASED);
        return true;
    }

    private static boolean blank(ObjectNode object) {
        boolean changed = false;
        for (var field : WORDS) {
            var text = object.path(field).textValue();
            if (text != null && !text.equals(ERASED)) {
                object.put(field, ERASED);
                changed = true;
            }
        }
        for (var field : ADDRESSES) {
            if (object.path(field).isTextual()) {
                object.putNull(field);
                changed = true;
            }
        }
        return changed;
    }
}
