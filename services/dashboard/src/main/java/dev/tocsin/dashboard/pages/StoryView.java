package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.StoryOrigin;
import dev.tocsin.contracts.StoryReaction;
import dev.tocsin.dashboard.charts.Outlines;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A story as its page shows it.
 *
 * @param alert what was told of it; null while it has not rung
 * @param revisions what was told before; null while it has not rung
 * @param articles the latest of it, whole
 * @param moreArticles whether it has more articles than are shown
 * @param drawn how many articles the timeline and the map count
 * @param moreDrawn whether there are more than these
 * @param sources those that a mute can silence
 * @param actors those that a mute can silence, by name
 */
public record StoryView(
        HeadView head,
        @Nullable RungView alert,
        TimelineView timeline,
        List<LedgerView> ledger,
        MatrixView matrix,
        OriginsView origins,
        PlacesView places,
        List<ArticleView> articles,
        boolean moreArticles,
        int drawn,
        boolean moreDrawn,
        @Nullable RevisionsView revisions,
        List<SimilarView> similar,
        List<Silenced> sources,
        List<String> actors) {
    private static final int MOST_SILENCED = 60;

    /** A source by its id. */
    public record Silenced(String id, String name) {}

    /**
     * The page.
     *
     * @param from one of two alerts to compare; null for the one before the other
     * @param to the other; null for the latest
     */
    public static StoryView of(Dossier dossier, Outlines outlines, @Nullable Integer from, @Nullable Integer to) {
        var topic = dossier.topic();
        return new StoryView(
                HeadView.of(dossier),
                dossier.history().map(h -> RungView.of(h, dossier.speech())).orElse(null),
                TimelineView.of(dossier),
                LedgerView.of(dossier),
                MatrixView.of(dossier),
                OriginsView.of(dossier),
                PlacesView.of(dossier, outlines),
                dossier.whole().stream()
                        .map(a -> ArticleView.of(a, topic, dossier.names(), dossier.speech()))
                        .toList(),
                dossier.more() || dossier.articles().size() > dossier.whole().size(),
                dossier.articles().size(),
                dossier.more(),
                dossier.history()
                        .map(h -> RevisionsView.of(h, from, to, dossier.speech()))
                        .orElse(null),
                SimilarView.of(dossier),
                sources(dossier),
                actors(dossier));
    }

    private static List<Silenced> sources(Dossier dossier) {
        var origins = dossier.story().stream().flatMap(s -> s.origins().stream());
        return Stream.concat(
                        origins.map((StoryOrigin o) -> new Silenced(o.source(), o.name())),
                        dossier.articles().stream().map(a -> new Silenced(a.source(), a.sourceName())))
                .filter(s -> !s.id().isEmpty())
                .distinct()
                .limit(MOST_SILENCED)
                .toList();
    }

    private static List<String> actors(Dossier dossier) {
        return dossier.story().stream()
                .flatMap(s -> s.reactions().stream())
                .map(StoryReaction::actor)
                .distinct()
                .limit(MOST_SILENCED)
                .toList();
    }
}
