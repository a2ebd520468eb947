package dev.tocsin.ingest.lists;

import dev.tocsin.ingest.feeds.FeedAddress;
import dev.tocsin.ingest.feeds.Tags;
import dev.tocsin.ingest.lists.ListEntry.Listed;
import dev.tocsin.ingest.lists.ListEntry.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Gathers a list's entries in their order. A feed in two folders is one feed with both tags. */
public final class ListedFeeds implements Consumer<ListEntry> {
    private final Map<FeedAddress, Listed> feeds = new LinkedHashMap<>();
    private final List<Refused> refused = new ArrayList<>();

    @Override
    public void accept(ListEntry entry) {
        switch (entry) {
            case Refused wrong -> refused.add(wrong);
            case Listed listed -> feeds.merge(listed.feed().address(), listed, ListedFeeds::together);
        }
    }

    public List<Listed> feeds() {
        return List.copyOf(feeds.values());
    }

    public List<Refused> refused() {
        return List.copyOf(refused);
    }

    private static Listed together(Listed one, Listed other) {
        var settings = one.feed().settings();
        var tags = new LinkedHashSet<>(settings.tags());
        tags.addAll(other.feed().settings().tags());
        var both = settings.withTags(tags.stream().limit(Tags.MOST).toList());
        return new Listed(one.line(), new ListedFeed(one.feed().address(), both));
    }
}
