package dev.tocsin.dashboard.words;

import java.text.NumberFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One section of words in one language, for what pages say that no template can: drawings, and words within words. */
public final class Speech {
    private static final Map<String, String> STATES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toUnmodifiableMap(
                    code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH), code -> code, (one, other) -> one));

    private final Catalogue catalogue;
    private final Language language;
    private final String section;

    Speech(Catalogue catalogue, Language language, String section) {
        this.catalogue = catalogue;
        this.language = language;
        this.section = section;
    }

    /** A text of the section, as {@link Catalogue#say} has it. */
    public String say(String key, Object... values) {
        return catalogue.say(language, section, key, values);
    }

    /** What a value of a message is called; the value itself, without its hyphens, where it is a new one. */
    public String name(String prefix, String value) {
        return catalogue.name(language, section, prefix, value);
    }

    /** A whole number as the reader writes it. */
    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** What the reader calls a language; the tag itself where nobody knows. */
    public String language(@Nullable String tag) {
        if (tag == null || tag.isBlank() || tag.equals("und")) {
            return say("unknownLanguage");
        }
        var name = Locale.forLanguageTag(tag).getDisplayName(locale());
        return name.isEmpty() ? tag : name;
    }

    /** What the reader calls a state that is told by its English name, such as an actor or a place; any other name as it is. */
    public String state(String english) {
        var code = STATES.get(english);
        return code == null ? english : Locale.of("", code).getDisplayCountry(locale());
    }

    /** What the reader calls a place of the list of places; as it is called in English, be it a state, where that is not known. */
    public String place(String id, String english) {
        return catalogue.text(language, "places", id).orElseGet(() -> state(english));
    }

    public Locale locale() {
        return language.locale();
    }
}
