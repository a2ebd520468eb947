package dev.tocsin.ingest.article;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Media;
import dev.tocsin.contracts.Origin;
import dev.tocsin.contracts.Source;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.parse.ParsedFeed;
import dev.tocsin.ingest.parse.RawItem;
import dev.tocsin.ingest.publish.ArticleId;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The items of one feed as articles. An item that says nothing at all, neither words nor an address, is none. */
public final class FeedArticles {
    private final Feed feed;
    private final ParsedFeed.Readable parsed;
    private final Limits limits;
    private final Instant fetchedAt;
    private final String base;
    private final Set<String> sharedLinks;
    private final Set<String> sharedGuids;

    public FeedArticles(Feed feed, ParsedFeed.Readable parsed, Limits limits, Instant fetchedAt) {
        this.feed = feed;
        this.parsed = parsed;
        this.limits = limits;
        this.fetchedAt = fetchedAt;
        this.base = CanonicalUrl.absolute(parsed.link(), feed.address().uri().toString())
                .orElse(feed.address().uri().toString());
        this.sharedLinks =
                shared(item -> CanonicalUrl.absolute(item.link(), base).flatMap(CanonicalUrl::of));
        this.sharedGuids = shared(item -> Optional.ofNullable(Text.line(item.guid(), Limits.GUID)));
    }

    /**
     * Lazily, because a feed may be large and its articles are published in batches. Of items that are one article the
     * first counts: two texts of one document are no edit of each other.
     */
    public Stream<FetchedArticle> stream() {
        var ids = new HashSet<String>();
        return parsed.items().stream()
                .map(this::article)
                .flatMap(Optional::stream)
                .filter(a -> ids.add(a.id()));
    }

    private Optional<FetchedArticle> article(RawItem item) {
        var url = CanonicalUrl.absolute(item.link(), base).orElse(null);
        var canonical = url == null ? null : CanonicalUrl.of(url).orElse(null);
        var title = title(item);
        var summary = emptyIsNull(PlainText.of(item.summary(), Limits.SUMMARY));
        var text = text(item);
        if (url == null && title == null && text.isEmpty()) {
            return Optional.empty();
        }
        var guid = Text.line(item.guid(), Limits.GUID);
        var id = ArticleId.of(naming(canonical), feed.id(), sharedGuids.contains(guid) ? null : guid, title, text);
        return Optional.of(new FetchedArticle(
                id,
                1,
                url,
                canonical,
                guid,
                title,
                text,
                text.equals(summary) ? null : summary,
                Text.line(item.author(), Limits.NAME),
                PlausibleDate.of(item.published(), fetchedAt).orElse(null),
                fetchedAt,
                false,
                feed.id(),
                source(item),
                Origin.UNKNOWN,
                media(item),
                LanguageTag.of(item.language())
                        .or(() -> LanguageTag.of(parsed.language()))
                        .orElse(null)));
    }

    private String text(RawItem item) {
        var content = PlainText.of(item.content(), limits.text());
        return content.isEmpty() ? PlainText.of(item.summary(), limits.text()) : content;
    }

    private static @Nullable String title(RawItem item) {
        return Text.line(PlainText.of(item.title(), Limits.TITLE), Limits.TITLE);
    }

    private @Nullable String naming(@Nullable String canonical) {
        return canonical == null || !CanonicalUrl.namesOnePage(canonical) || sharedLinks.contains(canonical)
                ? null
                : canonical;
    }

    /**
     * Names that items of different titles, or of different guids and words, share, as in feeds of a live page or of a
     * server that has one guid for all: no article is lost to them.
     */
    private Set<String> shared(Function<RawItem, Optional<String>> naming) {
        var first = new HashMap<String, RawItem>();
        var shared = new HashSet<String>();
        for (var item : parsed.items()) {
            naming.apply(item).ifPresent(name -> {
                var other = first.putIfAbsent(name, item);
                if (other != null && areTwo(other, item)) {
                    shared.add(name);
                }
            });
        }
        return shared;
    }

    private static boolean areTwo(RawItem one, RawItem other) {
        return !one.title().equals(other.title())
                || (!Objects.equals(one.guid(), other.guid())
                        && !(one.content().equals(other.content())
                                && one.summary().equals(other.summary())));
    }

    /** Another publisher that the item itself names, else the feed's own source as the desk knows it. */
    private Source source(RawItem item) {
        var own = own();
        if (item.source() != null) {
            var host = CanonicalUrl.host(item.source().url());
            if (host.isPresent() && !host.get().equals(own.id())) {
                var name = Text.line(item.source().title(), Limits.NAME);
                return new Source(host.get(), name == null ? host.get() : name, null, null);
            }
        }
        return feed.settings().source().over(own);
    }

    private Source own() {
        var host = CanonicalUrl.host(parsed.link())
                .or(() -> CanonicalUrl.host(feed.address().uri().toString()))
                .orElse("feed-" + feed.id());
        var title = Text.line(feed.title() == null ? parsed.title() : feed.title(), Limits.NAME);
        return new Source(host, title == null ? host : title, null, null);
    }

    private List<Media> media(RawItem item) {
        return item.media().stream()
                .flatMap(m -> CanonicalUrl.absolute(m.url(), base)
                        .map(url -> new Media(url, Text.line(m.type(), Limits.NAME), Text.line(m.title(), Limits.NAME)))
                        .stream())
                .distinct()
                .limit(Limits.MEDIA)
                .toList();
    }

    private static @Nullable String emptyIsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
