package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.dashboard.marks.Marks;
import dev.tocsin.dashboard.marks.Piece;
import dev.tocsin.dashboard.marks.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as a page shows it.
 *
 * @param link to the publisher; null where its address is no safe one
 * @param language BCP 47
 * @param topics that are marked, with their colour
 * @param findings who, where, how many, and who says what
 */
public record ArticleView(
        String id,
        List<Shown> title,
        List<Shown> text,
        String source,
        @Nullable String sourceNote,
        String language,
        String languageName,
        @Nullable String author,
        @Nullable String link,
        boolean replay,
        List<Moment> times,
        List<Topic> topics,
        Findings findings) {
    /** Beyond these colours two topics share one; the label still tells them apart. */
    static final int COLOURS = 6;

    /**
     * A piece of text.
     *
     * @param colour of its first topic, 0 where it is plain text
     * @param shared whether it speaks for more than one topic
     * @param label what to say of it
     */
    public record Shown(String text, int colour, boolean shared, String label) {
        public boolean marked() {
            return colour > 0;
        }
    }

    /**
     * A topic in the legend.
     *
     * @param score in percent
     * @param evidence how many times its signals fired
     */
    public record Topic(String id, String name, int colour, int score, int evidence) {}

    /** With the evidence of all its topics. */
    public static ArticleView of(ClassifiedArticle article, Map<String, String> names) {
        return of(article, article.topics(), names);
    }

    /** With the evidence of one topic only. */
    public static ArticleView of(ClassifiedArticle article, String topic, Map<String, String> names) {
        return of(
                article,
                article.topics().stream().filter(t -> t.topic().equals(topic)).toList(),
                names);
    }

    private static ArticleView of(ClassifiedArticle article, List<TopicHit> hits, Map<String, String> names) {
        var fetched = article.fetched();
        var colours = hits.stream().map(TopicHit::topic).distinct().toList();
        var title = fetched.title() == null || fetched.title().isBlank()
                ? List.of(new Shown("(no title)", 0, false, ""))
                : shown(Marks.split(fetched.title(), spans(hits, Field.TITLE, names)), colours);
        var source = fetched.source();
        return new ArticleView(
                fetched.id(),
                title,
                shown(Marks.split(fetched.text(), spans(hits, Field.TEXT, names)), colours),
                source.name(),
                note(source.country(), source.reliability()),
                article.detected().language().tag(),
                Spell.language(article.detected().language().tag()),
                fetched.author(),
                WebLink.of(fetched.url()).orElse(null),
                fetched.replay(),
                List.of(
                        Moment.of("Published", fetched.publishedAt()),
                        Moment.of("Fetched", fetched.fetchedAt()),
                        Moment.of("Classified", article.classifiedAt())),
                legend(hits, colours, names),
                Findings.of(article));
    }

    private static List<Topic> legend(List<TopicHit> hits, List<String> colours, Map<String, String> names) {
        return hits.stream()
                .map(h -> new Topic(
                        h.topic(),
                        names.getOrDefault(h.topic(), h.topic()),
                        colour(h.topic(), colours),
                        (int) Math.round(h.score() * 100),
                        h.evidence().size()))
                .toList();
    }

    private static List<Span> spans(List<TopicHit> hits, Field field, Map<String, String> names) {
        var spans = new ArrayList<Span>();
        for (var hit : hits) {
            var name = names.getOrDefault(hit.topic(), hit.topic());
            for (var e : hit.evidence()) {
                if (e.field() == field) {
                    spans.add(new Span(
                            e.start(), e.end(), hit.topic(), name + ": " + e.signal() + " (" + e.term() + ")"));
                }
            }
        }
        return spans;
    }

    private static List<Shown> shown(List<Piece> pieces, List<String> colours) {
        return pieces.stream()
                .map(p -> new Shown(
                        p.text(),
                        p.marked() ? colour(p.topics().getFirst(), colours) : 0,
                        p.topics().size() > 1,
                        p.label()))
                .toList();
    }

    private static int colour(String topic, List<String> colours) {
        return colours.indexOf(topic) % COLOURS + 1;
    }

    private static @Nullable String note(@Nullable String country, @Nullable String reliability) {
        var grade = reliability == null ? null : "reliability " + reliability;
        return country == null ? grade : grade == null ? country : country + ", " + grade;
    }
}
