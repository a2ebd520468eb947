package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
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
        List<Moment> times,
        List<String> latencies,
        List<Reason> why,
        List<Alert.Name> names,
        @Nullable String acknowledgedBy,
        List<Decision> verdicts) {
    /**
     * What made it ring.
     *
     * @param href the article that says so; of coverage, the feed
     */
    public record Reason(String href, String quote, String language, String words) {
        private static final String FEED = "feed:";
        private static final String BURST = "burst";

        static Reason of(Alert.Why why) {
            boolean isFeed = why.article().startsWith(FEED);
            var words = why.signal() + " · " + why.term();
            return new Reason(
                    isFeed ? "/feeds?feed=" + encoded(why.article().substring(FEED.length())) : article(why.article()),
                    why.quote(),
                    why.language(),
                    // what is counted is found by no pack
                    isFeed || why.signal().equals(BURST) ? words : words + " · pack v" + why.version());
        }
    }

    /**
     * One verdict of the history.
     *
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

    static RungView of(AlertHistory history) {
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
                List.of(
                        Moment.of("Published", times.published()),
                        Moment.of("Fetched", times.fetched()),
                        Moment.of("Classified", times.classified()),
                        Moment.of("Alerted", times.alerted())),
                alert.status() == Alert.Status.Exercise ? List.of() : latencies(times),
                alert.why().stream().map(Reason::of).toList(),
                alert.names(),
                alert.acknowledgedBy(),
                history.verdicts().stream().map(RungView::decision).toList());
    }

    private static List<String> latencies(Alert.Times times) {
        var spans = new ArrayList<String>();
        spans.add(Spell.span(Duration.between(times.fetched(), times.alerted())) + " from fetch to alert");
        if (times.published() != null) {
            spans.add(Spell.span(Duration.between(times.published(), times.alerted())) + " from publication to alert");
        }
        return spans;
    }

    private static Decision decision(Verdict verdict) {
        return new Decision(
                verdict.verdict().name().toLowerCase(Locale.ROOT),
                verdict.by(),
                Moment.of("at", verdict.at()),
                verdict.note(),
                verdict.until() == null ? null : Moment.of("until", verdict.until()),
                verdict.target() == null ? null : verdict.scope() + " " + verdict.target());
    }
}
