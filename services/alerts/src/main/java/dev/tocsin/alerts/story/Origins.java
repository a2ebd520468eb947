package dev.tocsin.alerts.story;

import dev.tocsin.contracts.StoryOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who stands behind a story: one origin for each source, except that who repeats another's text counts under whom it
 * repeats, be it in another language.
 */
record Origins(List<StoryOrigin> list, List<OriginText> texts) {
    private static final int MOST = 100;
    private static final int MOST_ARTICLES = 200;
    private static final int MOST_ARTICLES_OF_STORY = 1_000;
    private static final int FEWEST_ARTICLES = 10;

    /** The origins after an article, which may be new to them or a later revision of one of theirs. */
    Origins plus(Sighting sighting) {
        var own = sighting.fetched().source().id();
        var text = OriginText.of(sighting, own);
        var source = holderOf(sighting.id())
                .or(() -> namedOrigin(sighting))
                .or(() -> copied(text, own))
                .orElse(own);
        // a copy adds nothing to compare with
        var kept = source.equals(own) ? text.joining(texts) : texts;
        return new Origins(joined(source, sighting), kept);
    }

    private Optional<String> holderOf(String article) {
        return list.stream()
                .filter(o -> o.articles().contains(article))
                .map(StoryOrigin::source)
                .findFirst();
    }

    /** What an earlier stage found out counts more than what can be guessed here. */
    private Optional<String> namedOrigin(Sighting sighting) {
        var origin = sighting.fetched().origin();
        return Stream.of(Optional.ofNullable(origin.copyOf()), Optional.ofNullable(origin.translationOf()))
                .flatMap(Optional::stream)
                .flatMap(article -> holderOf(article).stream())
                .findFirst();
    }

    private Optional<String> copied(OriginText text, String own) {
        return texts.stream()
                .filter(t -> !t.source().equals(own) && t.isRepeatedBy(text))
                .map(OriginText::source)
                .findFirst();
    }

    private List<StoryOrigin> joined(String source, Sighting sighting) {
        var joined = new ArrayList<StoryOrigin>();
        boolean found = false;
        for (var origin : list) {
            boolean theirs = origin.source().equals(source);
            found |= theirs;
            joined.add(theirs ? with(origin, sighting.id()) : origin);
        }
        if (!found && list.size() < MOST) {
            var article = sighting.fetched();
            joined.add(new StoryOrigin(
                    article.source().id(),
                    article.source().name(),
                    sighting.language(),
                    sighting.eventTime(),
                    article.publishedAt(),
                    List.of(article.id()),
                    article.source().reliability(),
                    null,
                    null,
                    List.of()));
        }
        return List.copyOf(joined);
    }

    private StoryOrigin with(StoryOrigin origin, String article) {
        if (origin.articles().contains(article)) {
            return origin;
        }
        var articles = new ArrayList<>(origin.articles());
        articles.add(article);
        int most = Math.clamp(MOST_ARTICLES_OF_STORY / list.size(), FEWEST_ARTICLES, MOST_ARTICLES);
        if (articles.size() > most) {
            // the first stays first; of the others the latest are kept
            articles.subList(1, articles.size() - most + 1).clear();
        }
        return new StoryOrigin(
                origin.source(),
                origin.name(),
                origin.language(),
                origin.firstSeen(),
                origin.publishedAt(),
                articles,
                origin.reliability(),
                origin.family(),
                origin.wireCredit(),
                origin.members());
    }
}
