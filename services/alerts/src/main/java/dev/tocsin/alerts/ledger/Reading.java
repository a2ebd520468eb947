package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.ArticleChange;
import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Evidence;
import java.time.Instant;

/** Reads out of an article what it states, bounded: articles are hostile. */
public final class Reading {
    private static final int MOST = 30;
    private static final int LONGEST_QUOTE = 160;
    private static final int LONGEST_WORD = 100;

    private Reading() {}

    /**
     * What this revision of an article states.
     *
     * @param at event time of a first revision, the time of reading of a later one
     */
    public static Report of(ClassifiedArticle article, Instant at) {
        var fetched = article.fetched();
        var speakers = new Speakers(article);
        return new Report(
                fetched.id(),
                fetched.revision(),
                fetched.source().id(),
                at,
                fetched.changed().stream().anyMatch(c -> c.kind().equals(ArticleChange.VANISHED)),
                Rounded.without(article.claims().stream()
                        .limit(MOST)
                        .map(claim -> figure(claim, speakers))
                        .toList()),
                article.reactions().stream()
                        .limit(MOST)
                        .map(r -> new Stance(
                                cut(r.actor(), LONGEST_WORD),
                                cut(r.stance(), LONGEST_WORD),
                                r.towards() == null ? null : cut(r.towards(), LONGEST_WORD),
                                r.code() == null ? null : cut(r.code(), LONGEST_WORD),
                                cut(r.quote(), LONGEST_QUOTE)))
                        .toList(),
                article.topics().stream()
                        .flatMap(hit -> hit.evidence().stream())
                        .map(Evidence::signal)
                        .distinct()
                        .limit(MOST)
                        .toList());
    }

    private static Figure figure(Claim claim, Speakers speakers) {
        var said = speakers.of(claim.attributedTo());
        return new Figure(
                cut(claim.kind(), LONGEST_WORD),
                cut(claim.scope(), LONGEST_WORD),
                claim.low(),
                claim.high(),
                cut(claim.certainty(), LONGEST_WORD),
                said == null && claim.certainty().equals(Figure.OFFICIAL) ? Speaker.OFFICIALS : said,
                speakers.of(claim.deniedBy()),
                claim.part(),
                claim.earlier(),
                claim.asOf(),
                cut(claim.quote(), LONGEST_QUOTE));
    }

    private static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
