package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.Verdict;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A story as its page shows it.
 *
 * @param alert what was told of it; null while it has not rung
 * @param state open, closed or merged; null while the archive has only its alert
 * @param mergedInto the story that took it in
 * @param ledger the figures told of it
 * @param matrix who takes which stance
 * @param moreArticles whether it has more articles than are shown
 * @param coverage it speaks of feeds that went quiet, not of articles
 */
public record StoryView(
        String id,
        String headline,
        String language,
        String topic,
        String topicName,
        int articleCount,
        int independentOrigins,
        List<Language> languages,
        @Nullable Rung alert,
        @Nullable String state,
        @Nullable String mergedInto,
        List<Moment> times,
        List<LedgerView> ledger,
        MatrixView matrix,
        List<ArticleView> articles,
        boolean moreArticles,
        boolean coverage) {
    /** The topic of what ingest tells of its feeds. */
    private static final String COVERAGE = "coverage";

    /** A language chip. */
    public record Language(String tag, String name) {}

    /** What was told. */
    public record Rung(
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
            List<Alert.Origin> origins,
            @Nullable Integer credibility,
            @Nullable String acknowledgedBy,
            List<Revision> revisions,
            List<Decision> verdicts) {}

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

        static String article(String id) {
            return "/articles/" + encoded(id);
        }

        private static String encoded(String id) {
            return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
        }
    }

    /** One alert of the history. */
    public record Revision(int number, String msgType, Moment alerted, List<Alert.Change> changes) {}

    /** One verdict of the history. */
    public record Decision(String verdict, String by, Moment at, @Nullable String note, @Nullable Moment until) {}

    /**
     * The page of a story of which the archive has at least one of the two.
     *
     * @param names of the topics, by id
     */
    public static StoryView of(
            Optional<Story> story,
            Optional<AlertHistory> history,
            List<ArticleView> articles,
            boolean moreArticles,
            Map<String, String> names) {
        var alert = history.map(AlertHistory::latest);
        var topic = alert.map(Alert::topic).or(() -> story.map(Story::topic)).orElseThrow();
        var headline =
                alert.map(Alert::headline).or(() -> story.map(Story::headline)).orElse("");
        var tags = story.map(Story::languages)
                .or(() -> alert.map(Alert::languages))
                .orElseThrow();
        var times = new ArrayList<Moment>();
        story.ifPresent(s -> {
            times.add(Moment.of("First article", s.firstSeen()));
            times.add(Moment.of("Latest article", s.lastSeen()));
        });
        return new StoryView(
                story.map(Story::id).or(() -> alert.map(Alert::story)).orElseThrow(),
                headline.isBlank() ? "(no headline)" : headline,
                alert.map(Alert::language).or(() -> story.map(Story::language)).orElseThrow(),
                topic,
                names.getOrDefault(topic, topic.equals(COVERAGE) ? "Coverage" : topic),
                story.map(Story::articleCount)
                        .or(() -> alert.map(Alert::articleCount))
                        .orElseThrow(),
                story.map(Story::independentOrigins)
                        .or(() -> alert.map(Alert::independentOrigins))
                        .orElseThrow(),
                tags.stream().map(t -> new Language(t, Spell.language(t))).toList(),
                history.map(StoryView::rung).orElse(null),
                story.map(s -> s.state().name().toLowerCase(Locale.ROOT)).orElse(null),
                story.map(Story::mergedInto).orElse(null),
                times,
                story.map(LedgerView::of).orElse(List.of()),
                story.map(MatrixView::of).orElse(new MatrixView(List.of(), List.of())),
                articles,
                moreArticles,
                topic.equals(COVERAGE));
    }

    private static Rung rung(AlertHistory history) {
        var alert = history.latest();
        var times = alert.times();
        return new Rung(
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
                latencies(times),
                alert.why().stream().map(Reason::of).toList(),
                alert.names(),
                alert.origins(),
                alert.credibility(),
                alert.acknowledgedBy(),
                history.revisions().stream()
                        .map(r -> new Revision(
                                r.revision(),
                                r.msgType().name(),
                                Moment.of("alerted", r.times().alerted()),
                                r.changes()))
                        .toList(),
                history.verdicts().stream().map(StoryView::decision).toList());
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
                verdict.until() == null ? null : Moment.of("until", verdict.until()));
    }
}
