package dev.tocsin.dashboard.report;

import dev.tocsin.dashboard.pages.Dossier;
import dev.tocsin.dashboard.pages.Moment;
import dev.tocsin.dashboard.pages.StoryArticle;
import dev.tocsin.dashboard.pages.StoryView;
import dev.tocsin.dashboard.pages.WebLink;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A story on paper.
 *
 * @param articles the latest
 * @param left articles that are not listed
 * @param made when
 */
public record Report(StoryView story, List<Line> articles, int left, Moment made) {
    /** On paper a longer list helps nobody; the tables have all. */
    private static final int MOST = 300;

    /** One article. */
    public record Line(String title, String language, String source, Moment at, @Nullable String link) {
        static Line of(StoryArticle article) {
            return new Line(
                    article.title(),
                    article.language(),
                    article.sourceName(),
                    Moment.of("at", article.at()),
                    WebLink.of(article.url()).orElse(null));
        }
    }

    public static Report of(Dossier dossier, StoryView story, Instant now) {
        var lines = dossier.articles().stream().limit(MOST).map(Line::of).toList();
        return new Report(
                story, lines, Math.max(0, story.head().articleCount() - lines.size()), Moment.of("made", now));
    }

    public String style() {
        return Style.text();
    }

    public String policy() {
        return Style.policy();
    }
}
