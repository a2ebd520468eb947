package dev.tocsin.ingest.parse;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item as its feed gives it; nothing is cleaned, and nothing is invented where it gives nothing.
 *
 * @param guid RSS {@code guid}, Atom and JSON Feed {@code id} or RDF {@code about}
 * @param link absolute where the feed's own address was known; otherwise perhaps relative, perhaps no address at all
 * @param content the whole text, where the feed carries it
 * @param summary RSS {@code description} or Atom {@code summary}
 * @param published null when unknown: the feed's own date is not the item's. Where a format has no date of publication
 *     or the item leaves it out, this is the one date that it has
 * @param language as {@code dc:language} or {@code xml:lang} says
 * @param updated when it was changed, as the item says
 * @param base what relative addresses in its markup refer to ({@code xml:base}); null where the feed does not say
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
        @Nullable String language,
        @Nullable Instant updated,
        @Nullable String base) {
    /** An enclosure or a Media RSS element. */
    public record RawMedia(String url, @Nullable String type, @Nullable String title) {}

    /** Who else published the item first, by its {@code source} element. */
    public record RawSource(String url, @Nullable String title) {}
}
