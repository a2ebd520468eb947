package dev.tocsin.dashboard.words;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.NumberFormat;
import java.util.Locale;

/**
 * The words of one section of pages in one language. A key has a text, or one text for each form of the plural; {@code {0}},
 * {@code {1}} stand for the values, of which the first chooses the form.
 */
final class Words {
    private final Language language;
    private final JsonNode texts;

    Words(Language language, JsonNode texts) {
        this.language = language;
        this.texts = texts;
    }

    /** @throws IllegalArgumentException where there is no such key: a mistake of the page, which its test meets */
    String say(String key, Object... values) {
        var text = texts.path(key);
        if (text.isObject()) {
            text = text.path(form(values)).isMissingNode() ? text.path("other") : text.path(form(values));
        }
        if (!text.isTextual()) {
            throw new IllegalArgumentException("there are no words for '" + key + "' in " + language.tag());
        }
        var said = text.textValue();
        for (int i = 0; i < values.length; i++) {
            said = said.replace("{" + i + "}", shown(values[i]));
        }
        return said;
    }

    private String form(Object... values) {
        long number = values.length > 0 && values[0] instanceof Number n ? n.longValue() : 0;
        return Plural.of(language, number).name().toLowerCase(Locale.ROOT);
    }

    private String shown(Object value) {
        return value instanceof Integer || value instanceof Long
                ? NumberFormat.getIntegerInstance(language.locale()).format(value)
                : String.valueOf(value);
    }
}
