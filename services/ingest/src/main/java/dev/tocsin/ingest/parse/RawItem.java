package dev.tocsin.ingest.parse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item as its feed gives it; nothing is cleaned, and nothing is invented where it gives nothing.
 *
 * @param guid RSS {@code guid}, Atom {@code id} or RDF {@code about}
 * @param link perhaps relative, perhaps no address at all
 * @param content the whole text, where the feed carries it
 * @param summary RSS {@code description} or Atom {@code summary}
 * @param published null when unknown: the feed's own date is not the item's
 * @param language as {@code dc:language} says
 */
public record RawItem(
        @Nullable String guid,
        @Nullable String link,
        Markup title,
        Markup content,
        Markup summary,
        @Nullable String author,
        @Nullable Instant published,
        List<RawMedia> media,
        @Nullable RawSource source,
        @Nullable String language) {
    /** An enclosure or a Media RSS element. */
    public record RawMedia(String url, @Nullable String type, @Nullable String title) {}

    /** Who else published the item first, by its {@code source} element. */
    public record RawSource(String url, @Nullable String title) {}
}
