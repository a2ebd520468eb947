package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.words.Speech;
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

    /** The first and the last time of all that happened to the story. */
    Extent extent() {
        var times = new ArrayList<Instant>();
        story.ifPresent(s -> {
            times.add(s.firstSeen());
            times.add(s.lastSeen());
            s.reactions().forEach(r -> times.add(r.at()));
            s.ledger().forEach(line -> line.entries().forEach(e -> {
                times.add(e.at());
                if (e.ended() != null) {
                    times.add(e.ended().at());
                }
            }));
        });
        articles.forEach(a -> times.add(a.at()));
        history.ifPresent(h -> h.revisions().forEach(r -> times.add(told(r))));
        history.filter(h -> h.latest().status() != Alert.Status.Exercise)
                .ifPresent(h -> h.verdicts().forEach(v -> times.add(v.at())));
        var first = times.stream().min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
        return new Extent(first, times.stream().max(Comparator.naturalOrder()).orElse(first));
    }

    /** From when to when. */
    public record Extent(Instant first, Instant last) {}
}
