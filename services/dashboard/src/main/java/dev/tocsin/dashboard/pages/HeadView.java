package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.words.Speech;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a story is, in one glance.
 *
 * @param state open, closed or merged; null while the archive has only its alert
 * @param mergedInto the story that took it in
 * @param mergedFrom those that it took in
 * @param credibility of the NATO/Admiralty system (AJP-2.1), 1 to 6; null while nothing judges it
 * @param repeated articles that are no origin of their own
 * @param first event time of its earliest article; null while the archive has only its alert
 * @param news what its last alert said is new
 * @param coverage it speaks of feeds that went quiet, not of articles
 */
public record HeadView(
        String id,
        String headline,
        String language,
        String topic,
        String topicName,
        @Nullable String state,
        @Nullable String mergedInto,
        List<Merged> mergedFrom,
        int articleCount,
        int independentOrigins,
        int repeated,
        List<Language> languages,
        @Nullable Integer credibility,
        @Nullable Moment first,
        @Nullable Moment last,
        List<String> news,
        boolean coverage) {
    /** More than these say nothing in a glance. */
    private static final int MOST_NEWS = 4;

    /** A language chip. */
    public record Language(String tag, String name) {}

    /** A story that became part of this one. */
    public record Merged(String id, String headline, String language) {}

    static HeadView of(Dossier dossier) {
        var speech = dossier.speech();
        var story = dossier.story();
        var alert = dossier.history().map(AlertHistory::latest);
        var headline =
                alert.map(Alert::headline).or(() -> story.map(Story::headline)).orElse("");
        int articles = story.map(Story::articleCount)
                .or(() -> alert.map(Alert::articleCount))
                .orElse(0);
        int origins = story.map(Story::independentOrigins)
                .or(() -> alert.map(Alert::independentOrigins))
                .orElse(0);
        var grade = story.map(Story::credibility).or(() -> alert.map(Alert::credibility));
        return new HeadView(
                dossier.id(),
                headline.isBlank() ? speech.say("noHeadline") : headline,
                alert.map(Alert::language).or(() -> story.map(Story::language)).orElseThrow(),
                dossier.topic(),
                dossier.topicName(),
                story.map(s -> s.state().name().toLowerCase(Locale.ROOT)).orElse(null),
                story.map(Story::mergedInto).orElse(null),
                merged(dossier),
                articles,
                origins,
                Math.max(0, articles - origins),
                languages(
                        story.map(Story::languages)
                                .or(() -> alert.map(Alert::languages))
                                .orElseThrow(),
                        speech),
                grade.orElse(null),
                story.map(s -> Moment.of("First article", s.firstSeen())).orElse(null),
                story.map(s -> Moment.of("Latest article", s.lastSeen())).orElse(null),
                alert.map(a -> a.changes().stream()
                                .limit(MOST_NEWS)
                                .map(c -> ChangeWords.of(c, speech))
                                .toList())
                        .orElse(List.of()),
                dossier.isCoverage());
    }

    static List<Language> languages(List<String> tags, Speech speech) {
        return tags.stream().map(t -> new Language(t, speech.language(t))).toList();
    }

    private static List<Merged> merged(Dossier dossier) {
        var id = dossier.id();
        var speech = dossier.speech();
        return dossier.others().stream()
                .filter(s -> id.equals(s.mergedInto()))
                .map(s -> new Merged(
                        s.id(), s.headline().isBlank() ? speech.say("noHeadline") : s.headline(), s.language()))
                .toList();
    }
}
