package dev.tocsin.alerts.burst;

import dev.tocsin.alerts.story.Lane;
import dev.tocsin.alerts.story.Sighting;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.OriginMember;
import dev.tocsin.contracts.StoryOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An article that counts: when it happened says the article, on whom it rests its story.
 *
 * @param at event time
 * @param clock stream time
 * @param voice the publisher of the origin that it rests on: the same for an agency's report, whoever carries it, and for
 *     the papers of one family, in whatever stories
 * @param origin name and grade of that publisher
 * @param subjects what it is on: its topic, then the places and actors that it names first
 */
public record Report(
        Lane lane,
        Instant at,
        Instant clock,
        Alert.Link link,
        String voice,
        Alert.Origin origin,
        List<Subject> subjects,
        Alert.Times times) {
    /** Who repeats a text tells nothing that was not counted already. */
    private static final Set<String> REPEATS = Set.of(OriginMember.COPY, OriginMember.TRANSLATION, OriginMember.WIRE);

    /** Lists of all countries are no news of each. */
    private static final int MOST_SUBJECTS = 8;

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_URL = 2_048;

    public Report {
        subjects = List.copyOf(subjects);
    }

    /**
     * Empty for a copy, a translation and an agency's report under another name, and for a page that is gone.
     *
     * @param story that the article is in now
     */
    static Optional<Report> of(Sighting sighting, StoryState story, Instant now) {
        var article = sighting.fetched();
        var origin = story.story().origins().stream()
                .filter(o -> o.articles().contains(article.id()))
                .findFirst();
        var relation = origin.stream()
                .flatMap(o -> o.members().stream())
                .filter(m -> article.id().equals(m.article()))
                .map(OriginMember::relation)
                .findFirst();
        if (relation.filter(REPEATS::contains).isPresent()
                || article.changed().stream().anyMatch(c -> c.kind().equals(ArticleChange.VANISHED))) {
            return Optional.empty();
        }
        return Optional.of(new Report(
                sighting.lane(),
                sighting.eventTime(),
                sighting.clock(),
                new Alert.Link(
                        article.id(),
                        article.url() == null || article.url().length() > LONGEST_URL ? null : article.url(),
                        cut(article.title()),
                        article.source().name(),
                        sighting.language()),
                origin.map(Report::voice).orElseGet(() -> voice(article)),
                new Alert.Origin(
                        origin.map(StoryOrigin::source).orElse(article.source().id()),
                        origin.map(StoryOrigin::name).orElse(article.source().name()),
                        origin.map(StoryOrigin::reliability)
                                .orElse(article.source().reliability()),
                        1,
                        List.of()),
                subjects(sighting),
                new Alert.Times(
                        article.publishedAt(),
                        article.fetchedAt(),
                        sighting.article().classifiedAt(),
                        now)));
    }

    boolean isOn(String subject) {
        return subjects.stream().anyMatch(s -> s.key().equals(subject));
    }

    /** As its lane's memory sorts it: by event time. */
    public String order() {
        return String.format(Locale.ROOT, "%016d|%s", Math.max(0, at.toEpochMilli()), link.article());
    }

    private static List<Subject> subjects(Sighting sighting) {
        Map<String, Subject> found = new LinkedHashMap<>();
        var article = sighting.article();
        for (var place : article.places()) {
            add(found, new Subject(Subject.Kind.PLACE, place.id(), place.name(), place.country()));
        }
        int places = found.size();
        for (var actor : article.actors()) {
            if (found.size() < places + MOST_SUBJECTS) {
                found.putIfAbsent(
                        Subject.Kind.ACTOR + actor.id(),
                        new Subject(Subject.Kind.ACTOR, actor.id(), actor.name(), null));
            }
        }
        var all = new ArrayList<Subject>();
        all.add(Subject.topic(sighting.hit().topic()));
        all.addAll(found.values());
        return all;
    }

    private static void add(Map<String, Subject> found, Subject subject) {
        if (found.size() < MOST_SUBJECTS) {
            found.putIfAbsent(subject.kind() + subject.id(), subject);
        }
    }

    private static String voice(StoryOrigin origin) {
        return voice(origin.wireCredit(), origin.family(), origin.source());
    }

    private static String voice(FetchedArticle article) {
        return voice(
                article.origin().wireCredit(),
                article.origin().family(),
                article.source().id());
    }

    /** An agency goes by its name as a family does, for its own site has it as such. */
    private static String voice(@Nullable String wire, @Nullable String family, String source) {
        var voice = wire != null
                ? wire.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}0-9]+", "-")
                : family != null ? family : source;
        return Integer.toString(voice.hashCode(), Character.MAX_RADIX);
    }

    private static @Nullable String cut(@Nullable String title) {
        return title == null || title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE) - 1)) + "…";
    }
}
