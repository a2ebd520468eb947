package dev.tocsin.ingest.parse;

/**
 * Text of a feed as given, and whether it may hold HTML.
 *
 * @param html false where the format says that it is plain text: then {@code <b>} is four characters, no tag
 */
public record Markup(String value, boolean html) {
    public static final Markup NONE = new Markup("", false);

    public boolean isBlank() {
        return value.isBlank();
    }
}
