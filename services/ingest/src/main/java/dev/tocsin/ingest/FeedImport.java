package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedSettings;
import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.FullText;
import dev.tocsin.ingest.feeds.SourceOverride;
import dev.tocsin.ingest.lists.ListEntry.Listed;
import dev.tocsin.ingest.lists.ListedFeeds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import org.jspecify.annotations.Nullable;

/** Adds many feeds at a time, and says of each what became of it. */
@ApplicationScoped
class FeedImport {
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final FeedCatalog catalog;
    private final DeletedFeeds deleted;
    private final Poller poller;
    private final InstantSource clock;

    FeedImport(FeedCatalog catalog, DeletedFeeds deleted, Poller poller, InstantSource clock) {
        this.catalog = catalog;
        this.deleted = deleted;
        this.poller = poller;
        this.clock = clock;
    }

    /**
     * What became of one feed, in the words of HTTP (RFC 4918, 11.1: many answers in one).
     *
     * @param line where it stands, from 1
     * @param status 201 added, 409 there already, 422 wrong
     * @param url or what else it is called where it has none
     * @param reason where it was not added
     * @param feed the form that adds it; only in a dry run
     */
    record Item(int line, int status, @Nullable String id, String url, @Nullable String reason, @Nullable Form feed) {}

    /** A feed as {@code POST /feeds} takes it. */
    record Form(
            String url,
            @Nullable String title,
            @Nullable String interval,
            SourceOverride source,
            boolean paused,
            List<String> tags,
            @Nullable String language,
            FullText fullText) {
        static Form of(String url, FeedSettings s) {
            return new Form(
                    url,
                    s.title(),
                    s.interval() == null ? null : s.interval().toString(),
                    s.source(),
                    s.paused(),
                    s.tags(),
                    s.language(),
                    s.fullText());
        }
    }

    /** All of them. */
    record Outcome(int created, int existing, int refused, List<Item> items) {}

    /** @param dry says what would become of each, and adds none */
    Outcome add(ListedFeeds listed, boolean dry) {
        var items = new ArrayList<Item>();
        listed.feeds().stream()
                .gather(Gatherers.windowFixed(FeedCatalog.BATCH))
                .forEach(batch -> items.addAll(dry ? tried(batch) : added(batch)));
        for (var wrong : listed.refused()) {
            items.add(new Item(wrong.line(), UNPROCESSABLE, null, wrong.what(), wrong.reason(), null));
        }
        items.sort(Comparator.comparingInt(Item::line));
        int created = (int) items.stream().filter(i -> i.status() == CREATED).count();
        int refused = listed.refused().size();
        if (created > 0 && !dry) {
            poller.wake();
        }
        return new Outcome(created, items.size() - created - refused, refused, items);
    }

    private List<Item> added(List<Listed> batch) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var feeds = batch.stream()
                .map(l -> new Feed(l.feed().address(), l.feed().settings(), FeedStatus.unknown(now), now))
                .toList();
        var there = catalog.addAll(feeds);
        var fresh = feeds.stream().map(Feed::id).collect(Collectors.toCollection(HashSet::new));
        fresh.removeAll(there);
        deleted.forget(fresh);
        return batch.stream().map(l -> item(l, there, null)).toList();
    }

    private List<Item> tried(List<Listed> batch) {
        var there =
                catalog.among(batch.stream().map(l -> l.feed().address().id()).toList());
        return batch.stream()
                .map(l -> item(
                        l,
                        there,
                        Form.of(l.feed().address().uri().toString(), l.feed().settings())))
                .toList();
    }

    private static Item item(Listed listed, Set<String> there, @Nullable Form form) {
        var address = listed.feed().address();
        boolean known = there.contains(address.id());
        return new Item(
                listed.line(),
                known ? CONFLICT : CREATED,
                address.id(),
                address.uri().toString(),
                known ? "this address is a feed already" : null,
                form);
    }
}
