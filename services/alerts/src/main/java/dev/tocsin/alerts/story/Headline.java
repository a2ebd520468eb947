package dev.tocsin.alerts.story;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * The words a story goes by, and where they come from.
 *
 * @param article id of the article
 * @param fromTitle false when the article has no title, so that its first sentence must do
 * @param grade reliability of its source, A to F
 */
public record Headline(String text, String language, String article, boolean fromTitle, String grade) {
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SENTENCE = 140;
    private static final int LEAD = 2_000;
    private static final String UNGRADED = "F";

    static Headline of(Sighting sighting) {
        var article = sighting.fetched();
        var title = article.title() == null ? "" : shorten(article.title(), LONGEST_TITLE);
        var text = title;
        if (text.isEmpty()) {
            text = shorten(firstSentence(article.text(), sighting.language()), LONGEST_SENTENCE);
        }
        if (text.isEmpty()) {
            text = article.source().name();
        }
        var grade = article.source().reliability();
        return new Headline(
                text, sighting.language(), article.id(), !title.isEmpty(), grade == null ? UNGRADED : grade);
    }

    /**
     * The better of two: a title before a sentence, then the more reliable source, then the one that stands, so that
     * headlines do not flicker. A later revision of the article it comes from always replaces it.
     */
    Headline or(Headline other) {
        if (other.article.equals(article)) {
            return other;
        }
        if (fromTitle != other.fromTitle) {
            return fromTitle ? this : other;
        }
        return other.grade.compareTo(grade) < 0 ? other : this;
    }

    /** One line of at most that many UTF-16 units, cut between words where it can be. */
    static String shorten(String text, int longest) {
        // a bounded part first: hostile titles are long
        var line = text.substring(0, Math.min(text.length(), longest * 4))
                .replaceAll("[\\s\\p{Cntrl}\\u00a0]+", " ")
                .strip();
        if (line.length() <= longest) {
            return line;
        }
        int cut = line.lastIndexOf(' ', longest - 1);
        if (cut < longest / 2) {
            cut = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        }
        return line.substring(0, cut).strip() + "…";
    }

    private static String firstSentence(String text, String language) {
        var lead = text.substring(0, Math.min(text.length(), LEAD)).strip();
        var sentences = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        sentences.setText(lead);
        int end = sentences.next();
        return end == BreakIterator.DONE ? lead : lead.substring(0, end);
    }
}
