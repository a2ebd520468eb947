package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import dev.tocsin.dashboard.words.Speech;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was told of a story, why, and what the desk decided. */
public record RungView(
        int revision,
        String msgType,
        String status,
        String severity,
        String certainty,
        String urgency,
        boolean exercise,
        @Nullable Integer play,
        List<Moment> times,
        List<String> latencies,
        List<Reason> why,
        List<Alert.Name> names,
        @Nullable String acknowledgedBy,
        List<Decision> verdicts) {
    /**
     * Words that made it ring.
     *
     * @param href the article that says so; of coverage, the feed
     * @param signals what is found in them
     */
    public record Reason(String href, String quote, String language, List<String> signals) {
        private static final String FEED = "feed:";
        private static final String BURST = "burst";

        /** Each quote once, with all signals that it fires. */
        static List<Reason> of(List<Alert.Why> why, Speech speech) {
            var reasons = new LinkedHashMap<String, Reason>();
            for (var one : why) {
                boolean isFeed = one.article().startsWith(FEED);
                var href = isFeed
                        ? "/feeds?feed=" + encoded(one.article().substring(FEED.length()))
                        : article(one.article());
                var words = one.signal() + " · " + one.term();
                reasons.computeIfAbsent(
                                href + " " + one.quote(),
                                q -> new Reason(href, one.quote(), one.language(), new ArrayList<>()))
                        .signals()
                        // what is counted is found by no pack
                        .add(
                                isFeed || one.signal().equals(BURST)
                                        ? words
                                        : words + " · " + speech.say("pack", String.valueOf(one.version())));
            }
            return List.copyOf(reasons.values());
        }
    }

    /**
     * One verdict of the history.
     *
     * @param verdict its kind in small letters, or {@code takenBack}
     * @param mutes what a mute silences, where that is not the story; null else
     */
    public record Decision(
            String verdict,
            String by,
            Moment at,
            @Nullable String note,
            @Nullable Moment until,
            @Nullable String mutes) {}

    /** The page of an article. */
    static String article(String id) {
        return "/articles/" + encoded(id);
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static RungView of(AlertHistory history, Speech speech) {
        var alert = history.latest();
        var times = alert.times();
        return new RungView(
                alert.revision(),
                alert.msgType().name(),
                alert.status().name(),
                alert.severity().name(),
                alert.certainty().name(),
                alert.urgency().name(),
                alert.status() != Alert.Status.Actual,
                alert.exercise(),
                List.of(
                        Moment.of("Published", times.published()),
                        Moment.of("Fetched", times.fetched()),
                        Moment.of("Classified", times.classified()),
                        Moment.of("Alerted", times.alerted())),
                alert.status() == Alert.Status.Exercise ? List.of() : latencies(times, speech),
                Reason.of(alert.why(), speech),
                alert.names(),
                alert.acknowledgedBy(),
                history.verdicts().stream().map(v -> decision(v, speech)).toList());
    }

    private static List<String> latencies(Alert.Times times, Speech speech) {
        var spans = new ArrayList<String>();
        spans.add(speech.say("fromFetch", Spell.span(Duration.between(times.fetched(), times.alerted()), speech)));
        if (times.published() != null) {
            spans.add(speech.say(
                    "fromPublication", Spell.span(Duration.between(times.published(), times.alerted()), speech)));
        }
        return spans;
    }

    private static Decision decision(Verdict verdict, Speech speech) {
        return new Decision(
                verdict.takesBack() != null
                        ? "takenBack"
                        : verdict.verdict().name().toLowerCase(Locale.ROOT),
                verdict.by(),
                Moment.of("at", verdict.at()),
                verdict.note(),
                verdict.until() == null ? null : Moment.of("until", verdict.until()),
                muted(verdict, speech));
    }

    private static @Nullable String muted(Verdict verdict, Speech speech) {
        var target = verdict.target();
        if (target == null) {
            return null;
        }
        return switch (verdict.scope() == null ? "" : verdict.scope()) {
            case "source" -> speech.say("mutes.source", target);
            case "actor" -> speech.say("mutes.actor", target);
            default -> target;
        };
    }
}
