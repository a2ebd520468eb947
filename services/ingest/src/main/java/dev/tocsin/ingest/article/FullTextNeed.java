package dev.tocsin.ingest.article;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.feeds.FullText;
import java.util.Collection;
import java.util.regex.Pattern;

/**
 * Whether an item's page must be asked for its text. Nobody says that a feed carries summaries only; they show by how they
 * end, by being short, and by all being short.
 */
public final class FullTextNeed {
    /** A paragraph; the news in brief that are no longer are whole on their page too, at the price of one question. */
    static final int SHORT = 400;

    /** Longer texts are no summaries, unless they say themselves that they go on. */
    static final int LONG = 1_500;

    /** Feeds that carry whole articles have a median above it. */
    static final int SUMMARY_FEED = 700;

    private static final Pattern GOES_ON = Pattern.compile(
            "(?ius).*(?:…|\\.\\.\\.|\\[\\s*(?:…|\\.\\.\\.|&hellip;)\\s*]|\\(\\s*(?:more|…)\\s*\\)|»»|>>|(?:read (?:more|on|the full \\p{L}+)"
                    + "|continue reading|full story|more\\s*»|читать (?:далее|полностью|дальше)|подробнее|далее|читати далі|докладніше"
                    + "|leggi tutto|continua a leggere|leggi l'articolo|lire la suite|en savoir plus|weiterlesen|mehr lesen|mehr dazu"
                    + "|leer más|seguir leyendo|leia mais|ler mais|devamı(?:nı oku)?|czytaj (?:więcej|dalej)|číst dál|celý článek"
                    + "|толығырақ|кеңірээк|davomi|اقرأ المزيد|阅读全文|続きを読む)[^\\p{L}]{0,40}(?:\\p{L}+[^\\p{L}]*){0,4})\\s*");

    private final FullText setting;
    private final int median;

    /** @param together articles of the feed that were read together */
    public FullTextNeed(FullText setting, Collection<FetchedArticle> together) {
        this.setting = setting;
        var lengths =
                together.stream().mapToInt(a -> a.text().length()).sorted().toArray();
        this.median = lengths.length == 0 ? 0 : lengths[lengths.length / 2];
    }

    public boolean of(FetchedArticle article) {
        var canonical = article.canonicalUrl();
        if (setting == FullText.NEVER || article.url() == null || canonical == null) {
            return false;
        }
        return CanonicalUrl.namesOnePage(canonical) && (setting == FullText.ALWAYS || isSummary(article));
    }

    private boolean isSummary(FetchedArticle article) {
        var text = article.text();
        if (text.length() < SHORT || text.equals(article.summary())) {
            return true;
        }
        var end = text.substring(text.length() - Math.min(text.length(), 160));
        return GOES_ON.matcher(end).matches() || (text.length() < LONG && median < SUMMARY_FEED);
    }
}
