package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.dashboard.words.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An article as a page shows it.
 *
 * @param lead how its text begins
 * @param rest of the text; empty where the beginning is all
 * @param link to the publisher; null where its address is no safe one
 * @param language BCP 47
 * @param topics that are marked, with their colour
 * @param findings who, where, how many, and who says what
 */
public record ArticleView(
        String id,
        List<Shown> title,
        List<Shown> lead,
        List<Shown> rest,
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
    /** A text is shown at once up to here, and to the end of the word. */
    private static final int LEAD = 600;

    /** A word that goes on beyond this is cut. */
    private static final int LONGEST_WORD = 60;

    /**
     * A piece of text.
     *
     * @param colour of its first topic, 0 where it is plain text
     * @param shared whether it speaks for more than one topic
     * @param kinds what else is found there, as classes: actor, place, figure, stance
     * @param label what to say of it
     */
    public record Shown(String text, int colour, boolean shared, String kinds, String label) {
        public boolean marked() {
            return colour > 0 || !kinds.isEmpty();
        }

        /** For the style sheet. */
        public String classes() {
            return ((colour > 0 ? "m" + colour + (shared ? " shared" : "") : "none") + " " + kinds).strip();
        }
    }

    /**
     * A topic in the legend.
     *
     * @param score in percent
     * @param evidence how many times its signals fired
     */
    public record Topic(String id, String name, int colour, int score, int evidence) {}

    /** The whole text. */
    public List<Shown> text() {
        return Stream.concat(lead.stream(), rest.stream()).toList();
    }

    /** With the evidence of all its topics. */
    public static ArticleView of(ClassifiedArticle article, Map<String, String> names, Speech speech) {
        return of(article, article.topics(), names, speech);
    }

    /** With the evidence of one topic only. */
    public static ArticleView of(ClassifiedArticle article, String topic, Map<String, String> names, Speech speech) {
        return of(
                article,
                article.topics().stream().filter(t -> t.topic().equals(topic)).toList(),
                names,
                speech);
    }

    private static ArticleView of(
            ClassifiedArticle article, List<TopicHit> hits, Map<String, String> names, Speech speech) {
        var fetched = article.fetched();
        var marked = new Marked(article, hits, names, speech);
        var text = marked.text();
        int lead = lead(fetched.text());
        var source = fetched.source();
        return new ArticleView(
                fetched.id(),
                marked.title(),
                part(text, 0, lead),
                part(text, lead, Integer.MAX_VALUE),
                source.name(),
                note(source.country(), source.reliability(), speech),
                article.detected().language().tag(),
                speech.language(article.detected().language().tag()),
                fetched.author(),
                WebLink.of(fetched.url()).orElse(null),
                fetched.replay(),
                List.of(
                        Moment.of("Published", fetched.publishedAt()),
                        Moment.of("Fetched", fetched.fetchedAt()),
                        Moment.of("Classified", article.classifiedAt())),
                legend(hits, marked, names),
                Findings.of(article, speech));
    }

    /** Where the beginning ends: between two words, or between two characters. */
    private static int lead(String text) {
        // so little more is no reason to hide it
        if (text.length() <= LEAD + LEAD / 2) {
            return text.length();
        }
        int end = LEAD;
        while (end < LEAD + LONGEST_WORD && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }

    /** The pieces from one offset up to another. */
    private static List<Shown> part(List<Shown> pieces, int from, int to) {
        var part = new ArrayList<Shown>();
        int at = 0;
        for (var piece : pieces) {
            int start = Math.max(from - at, 0);
            int end = Math.min(to - at, piece.text().length());
            if (start < end) {
                part.add(new Shown(
                        piece.text().substring(start, end),
                        piece.colour(),
                        piece.shared(),
                        piece.kinds(),
                        piece.label()));
            }
            at += piece.text().length();
        }
        return part;
    }

    private static List<Topic> legend(List<TopicHit> hits, Marked marked, Map<String, String> names) {
        return hits.stream()
                .map(h -> new Topic(
                        h.topic(),
                        names.getOrDefault(h.topic(), h.topic()),
                        marked.colour(h.topic()),
                        (int) Math.round(h.score() * 100),
                        h.evidence().size()))
                .toList();
    }

    private static @Nullable String note(@Nullable String country, @Nullable String reliability, Speech speech) {
        var grade = reliability == null ? null : speech.say("reliabilityNote", reliability);
        return country == null ? grade : grade == null ? country : country + ", " + grade;
    }
}
