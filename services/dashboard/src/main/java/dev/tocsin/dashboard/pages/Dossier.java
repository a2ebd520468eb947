package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.words.Speech;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is known of a story, of which the archive has at least one of story and alert: what its page and its report are
 * made from.
 *
 * @param articles the latest ones, newest first
 * @param more whether it has more articles than these
 * @param whole the latest of them with their texts, newest first
 * @param others stories of the same topic, newest first
 * @param names of the topics, by id
 * @param speech how the reader is told
 */
public record Dossier(
        Optional<Story> story,
        Optional<AlertHistory> history,
        List<StoryArticle> articles,
        boolean more,
        List<ClassifiedArticle> whole,
        List<Story> others,
        Map<String, String> names,
        Speech speech) {
    /** The topic of what ingest tells of its feeds: there is no story and no article behind it. */
    static final String COVERAGE = "coverage";

    public String id() {
        return story.map(Story::id)
                .or(() -> history.map(h -> h.latest().story()))
                .orElseThrow();
    }

    public String topic() {
        return story.map(Story::topic)
                .or(() -> history.map(h -> h.latest().topic()))
                .orElseThrow();
    }

    String topicName() {
        var topic = topic();
        return names.getOrDefault(topic, topic.equals(COVERAGE) ? speech.say("own.coverage") : topic);
    }

    boolean isCoverage() {
        return topic().equals(COVERAGE);
    }

    List<LedgerLine> ledger() {
        return story.map(Story::ledger).orElse(List.of());
    }

    /**
     * When an alert was told, on the story's own clock. What is played again is told today, of days long past: there it is when
     * the article that caused it was read.
     */
    static Instant told(Alert alert) {
        var times = alert.times();
        return alert.status() == Alert.Status.Exercise ? times.fetched() : times.alerted();
    }

    /**
     * From when to when its timeline goes: as long as things happened, and on to what was told of them soon after. What a feed
     * brings years late would else press all that happened into a corner.
     */
    Extent extent() {
        var happened = new ArrayList<Instant>();
        story.ifPresent(s -> {
            happened.add(s.firstSeen());
            happened.add(s.lastSeen());
            s.reactions().forEach(r -> happened.add(r.at()));
            s.ledger().forEach(line -> line.entries().forEach(e -> {
                happened.add(e.at());
                if (e.ended() != null) {
                    happened.add(e.ended().at());
                }
            }));
        });
        articles.forEach(a -> happened.add(a.at()));
        var told = new ArrayList<Instant>();
        history.ifPresent(h -> h.revisions().forEach(r -> told.add(told(r))));
        history.filter(h -> !isExercise()).ifPresent(h -> h.verdicts().forEach(v -> told.add(v.at())));
        if (happened.isEmpty()) {
            return Extent.of(told);
        }
        var extent = Extent.of(happened);
        told.removeIf(time -> time.isAfter(extent.soon()));
        told.addAll(happened);
        return Extent.of(told);
    }

    /** Whether it is played, and not what happens now. */
    boolean isExercise() {
        return history.filter(h -> h.latest().status() == Alert.Status.Exercise).isPresent();
    }

    /** From when to when. */
    public record Extent(Instant first, Instant last) {
        /** What is told within this time after the last of what happened is told of it as it happens. */
        private static final Duration SOON = Duration.ofDays(7);

        static Extent of(List<Instant> times) {
            var first = times.stream().min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
            return new Extent(
                    first, times.stream().max(Comparator.naturalOrder()).orElse(first));
        }

        Instant soon() {
            var twice = Duration.between(first, last).multipliedBy(2);
            return last.plus(twice.compareTo(SOON) > 0 ? twice : SOON);
        }
    }
}
