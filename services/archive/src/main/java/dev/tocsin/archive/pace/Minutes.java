package dev.tocsin.archive.pace;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What passed since it was last emptied: how many messages in which minute, and how long their stages took. */
public final class Minutes {
    /** The path of a count of messages in a minute's document; its channel follows. */
    static final String COUNT = "n.";

    /** The path of a count of spans; the stage and the bucket follow. */
    static final String SPAN = "s.";

    private final BiConsumer<Stage, Duration> heard;
    private Map<Instant, Map<String, Long>> counts = new HashMap<>();

    /** @param heard is told of each span too */
    public Minutes(BiConsumer<Stage, Duration> heard) {
        this.heard = heard;
    }

    /** Counts messages of a channel. */
    public synchronized void count(Instant now, String channel, long messages) {
        if (messages > 0) {
            add(now, COUNT + channel, messages);
        }
    }

    /** Takes the times of articles that are archived now. Those that only come again on request tell nothing of the pace. */
    public void articles(Instant now, List<ClassifiedArticle> articles) {
        for (var article : articles) {
            if (article.detected().reclassify() == null) {
                var fetched = article.fetched();
                if (!fetched.replay()) {
                    took(now, Stage.PUBLISHED_FETCHED, fetched.publishedAt(), fetched.fetchedAt());
                }
                took(now, Stage.FETCHED_CLASSIFIED, fetched.fetchedAt(), article.classifiedAt());
                took(now, Stage.CLASSIFIED_ARCHIVED, article.classifiedAt(), now);
            }
        }
    }

    /**
     * Takes the times of alerts: of each story's first one, because later ones wait on purpose or follow a verdict, and of
     * none that is an exercise, because its article may come out of the archive.
     */
    public void alerts(Instant now, List<Alert> alerts) {
        for (var alert : alerts) {
            if (alert.msgType() == Alert.MsgType.Alert && alert.status() == Alert.Status.Actual) {
                var times = alert.times();
                took(now, Stage.CLASSIFIED_ALERTED, times.classified(), times.alerted());
                took(now, Stage.FETCHED_ALERTED, times.fetched(), times.alerted());
            }
        }
    }

    /** All counts by the beginning of their minute and their path; they begin anew. */
    public synchronized Map<Instant, Map<String, Long>> drain() {
        var drained = counts;
        counts = new HashMap<>();
        return drained;
    }

    private synchronized void took(Instant now, Stage stage, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null) {
            var span = Duration.between(from, to);
            add(now, SPAN + stage.word() + "." + Sketch.bucket(span.toMillis()), 1);
            heard.accept(stage, span);
        }
    }

    private void add(Instant now, String path, long count) {
        counts.computeIfAbsent(now.truncatedTo(ChronoUnit.MINUTES), minute -> new HashMap<>())
                .merge(path, count, Long::sum);
    }
}
