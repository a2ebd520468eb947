package dev.tocsin.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.tocsin.archive.anew.Judgement;
import dev.tocsin.archive.lab.Backtest;
import dev.tocsin.archive.lab.KnownStory;
import dev.tocsin.archive.lab.Tally;
import dev.tocsin.archive.query.StoryQuery;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes drafts, and has one at a time taken through the archive. */
@Singleton
final class Backtests {
    private static final int MOST_STORIES = 5_000;

    /** Ids of articles in memory, some 5 MB. */
    private static final int MOST_ARTICLES = 50_000;

    private static final int PAGE = 200;

    private final BacktestCollection backtests;
    private final ArticleWalk walk;
    private final DraftBench bench;
    private final Store store;
    private final ArchiveConfig config;
    private final InstantSource clock;
    private @Nullable Thread running;

    Backtests(
            BacktestCollection backtests,
            ArticleWalk walk,
            DraftBench bench,
            Store store,
            ArchiveConfig config,
            InstantSource clock) {
        this.backtests = backtests;
        this.walk = walk;
        this.bench = bench;
        this.store = store;
        this.config = config;
        this.clock = clock;
    }

    /** What became of a request: it runs, or another one does and it must wait. */
    record Begun(Backtest backtest, boolean mustWait) {}

    /** Begins, where none runs. */
    Begun begin(TopicPack draft, @Nullable Instant from, @Nullable Instant to) {
        var now = clock.instant();
        var other = backtests.running(now);
        if (other.isPresent()) {
            return new Begun(other.get(), true);
        }
        var live = store.topic(draft.id());
        var end = to == null ? now : to;
        var wanted = Backtest.of(
                UUID.randomUUID().toString(),
                draft.id(),
                draft.version(),
                live.map(pack -> pack.path("version").asInt()).orElse(null),
                digest(draft),
                from,
                end,
                walk.count(from, end),
                now);
        var begun = backtests.change(
                draft.id(), before -> before != null && before.runs(clock.instant()) ? before : wanted);
        boolean mustWait = !begun.id().equals(wanted.id());
        if (!mustWait) {
            Log.infof("backtest topic=%s version=%d articles=%d", draft.id(), draft.version(), begun.articles());
            var packs = new ArrayList<JsonNode>();
            packs.add(Json.mapper().valueToTree(draft));
            live.ifPresent(packs::add);
            start(begun, packs);
        }
        return new Begun(begun, mustWait);
    }

    private synchronized void start(Backtest begun, List<JsonNode> packs) {
        var stories = new ArrayList<KnownStory>();
        boolean bounded = gather(begun.topic(), stories);
        var tally = new Tally(stories, packs.size() > 1, bounded);
        var run = new BacktestRun(begun, packs, backtests, walk, bench, tally, config.backtest(), clock);
        running = Thread.ofVirtual().name("backtest").start(run);
    }

    /** Gathers the stories of a topic, newest first; whether there are more. */
    private boolean gather(String topic, List<KnownStory> into) {
        var judged = new HashMap<String, Boolean>();
        for (Judgement judgement : store.judgements(topic)) {
            judged.put(judgement.story(), judgement.relevant());
        }
        int articles = 0;
        var query = new StoryQuery(topic, null, null, PAGE);
        while (true) {
            var page = store.stories(query);
            for (var story : page.items()) {
                var ids = new ArrayList<String>();
                story.path("origins").forEach(o -> o.path("articles").forEach(id -> ids.add(id.asText())));
                var id = story.path("id").asText();
                into.add(new KnownStory(id, story.path("headline").asText(), judged.get(id), List.copyOf(ids)));
                articles += ids.size();
            }
            if (page.next() == null) {
                return false;
            }
            if (into.size() >= MOST_STORIES || articles >= MOST_ARTICLES) {
                return true;
            }
            query = new StoryQuery(topic, null, page.next(), PAGE);
        }
    }

    Optional<Backtest> find(String topic) {
        return backtests.find(topic).map(test -> test.seenAt(clock.instant()));
    }

    /** Ends the one of this topic; empty where none runs. What it found stays. */
    Optional<Backtest> cancel(String topic) {
        var now = clock.instant();
        return find(topic)
                .filter(test -> test.runs(now))
                .map(test -> backtests.change(topic, before -> {
                    boolean still = before != null && before.id().equals(test.id()) && before.runs(now);
                    return still ? before.ended(Backtest.State.CANCELLED, null, now) : before;
                }));
    }

    /** So that nobody is asked while the service stops. */
    synchronized void stop(@Observes ShutdownEvent event) {
        if (running != null) {
            running.interrupt();
        }
    }

    private static String digest(TopicPack draft) {
        try {
            // maps of a pack keep no order, a tree with sorted keys does
            var text = Json.mapper()
                    .writer()
                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .writeValueAsBytes(draft);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
