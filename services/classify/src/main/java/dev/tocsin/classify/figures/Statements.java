package dev.tocsin.classify.figures;

import dev.tocsin.classify.figures.Links.Link;
import dev.tocsin.contracts.Claim;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The claims of one field, sentence by sentence. */
final class Statements {
    /** More numbers than that make a table, not a sentence. */
    private static final int MOST_NUMBERS = 40;

    /** For so many sentences the dead are those of the disease that was named. */
    private static final int DISEASE_LASTS = 5;

    private static final int BEFORE_EVENT = 4;
    private final Lexicon lexicon;
    private final String text;
    private final @Nullable String title;
    private final @Nullable Instant publishedAt;
    private final List<Claim> claims = new ArrayList<>();

    private @Nullable Kind lastKind;
    private @Nullable Boolean ofDisease;
    /** Sentences read so far. */
    private int read;

    /** @param title what stands above the text, where that is not the text itself: it may name the disease of which people died */
    Statements(Lexicon lexicon, String text, @Nullable String title, @Nullable Instant publishedAt) {
        this.lexicon = lexicon;
        this.text = text;
        this.title = title;
        this.publishedAt = publishedAt;
    }

    List<Claim> claims() {
        int disease = 0;
        int recent = 0;
        for (var tokens : Sentences.of(Tokenizer.tokens(text, lexicon.spelling()), lexicon)) {
            var sentence = new Sentence(tokens, lexicon);
            disease = has(sentence, Marks.DISEASE, 0, sentence.size()) ? DISEASE_LASTS : disease - 1;
            int before = claims.size();
            read(sentence, disease > 0);
            read++;
            if (claims.size() > before) {
                recent = before;
            } else {
                attribute(sentence, recent);
                recent = before;
            }
        }
        return claims;
    }

    /** "This was said by the ministry": the figures of the sentence before are the ministry's, where nobody else has said them. */
    private void attribute(Sentence sentence, int first) {
        if (first == claims.size() || !has(sentence, Marks.THIS, 0, Math.min(Sources.BEGINNING, sentence.size()))) {
            return;
        }
        var sources = Sources.of(sentence);
        var best = sources.stream().filter(Sources.Source::official).findFirst().or(() -> sources.stream()
                .findFirst());
        for (int i = first; best.isPresent() && i < claims.size(); i++) {
            var claim = claims.get(i);
            if (claim.attributedTo() == null) {
                claims.set(
                        i,
                        said(
                                claim,
                                sentence.text(
                                        text, best.get().from(), best.get().to()),
                                best.get().official()));
            }
        }
    }

    /** Whether the title names the disease of which the people at the text's beginning died; looked at where there are any. */
    private boolean isOfDisease() {
        if (title == null || read >= DISEASE_LASTS) {
            return false;
        }
        if (ofDisease == null) {
            ofDisease = Sentences.of(Tokenizer.tokens(title, lexicon.spelling()), lexicon).stream()
                    .map(t -> new Sentence(t, lexicon))
                    .anyMatch(s -> has(s, Marks.DISEASE, 0, s.size()));
        }
        return ofDisease;
    }

    private static Claim said(Claim claim, String by, boolean official) {
        return new Claim(
                claim.kind(),
                claim.low(),
                claim.high(),
                claim.scope(),
                by,
                official && claim.certainty().equals("reported") ? "official" : claim.certainty(),
                claim.asOf(),
                claim.quote(),
                claim.start(),
                claim.end(),
                claim.part(),
                claim.earlier(),
                claim.deniedBy());
    }

    private void read(Sentence sentence, boolean disease) {
        var quantities = Quantities.of(sentence);
        if (quantities.isEmpty() || quantities.size() > MOST_NUMBERS) {
            return;
        }
        var links = Links.of(sentence, quantities);
        if (links.stream().noneMatch(l -> l != null)) {
            return;
        }
        var scopes = new Scopes(sentence, links);
        var sources = Sources.of(sentence);
        var certainty = new Certainty(sentence);
        var asOf = new AsOf(sentence, publishedAt);
        // "the number" is that of a figure in the same sentence
        lastKind = null;
        for (int q = 0; q < links.size(); q++) {
            var link = links.get(q);
            var kind = link == null ? null : link.kind() == Kind.SAME ? lastKind : link.kind();
            if (link == null
                    || kind == null
                    || !states(sentence, link)
                    || (disease || isOfDisease()) && (kind == Kind.KILLED || kind == Kind.INJURED)) {
                continue;
            }
            lastKind = kind;
            var source = certainty.source(link, sources);
            int from = link.quantity().from();
            int to = quoteEnd(sentence, link);
            int start = sentence.token(from).start();
            int end = sentence.token(to - 1).end();
            claims.add(new Claim(
                    kind.label(),
                    low(sentence, link),
                    link.quantity().high(),
                    scopes.of(q),
                    words(sentence, source),
                    certainty.of(link, source),
                    asOf.near(from),
                    text.substring(start, end),
                    start,
                    end,
                    link.parent() >= 0,
                    certainty.earlier(link),
                    words(sentence, certainty.denier(link, sources))));
        }
    }

    private @Nullable String words(Sentence sentence, Sources.@Nullable Source source) {
        return source == null ? null : sentence.text(text, source.from(), source.to());
    }

    /** A toll that rose "to" 12, in some languages the same word as "up to", is 12. */
    private static @Nullable Long low(Sentence sentence, Link link) {
        var quantity = link.quantity();
        boolean rose = link.role() == Sense.Role.TOLL && sentence.is(quantity.from(), Marks.REACHED);
        return rose && quantity.low() == null ? quantity.high() : quantity.low();
    }

    /** What is only feared, wanted or denied to have happened by "not" is not stated. */
    private static boolean states(Sentence sentence, Link link) {
        int first = Math.min(link.at(), link.quantity().from());
        int last = Math.max(link.at(), first);
        int from = Math.max(0, (link.role() == Sense.Role.COUNTED ? first : link.at()) - BEFORE_EVENT);
        from = Math.min(from, Math.max(0, first - (link.role() == Sense.Role.SUBJECT ? 0 : 2)));
        return !has(sentence, Marks.AIM, from, last) && !has(sentence, Marks.NOT, Math.max(from, link.at() - 2), last);
    }

    private static boolean has(Sentence sentence, Marks mark, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.length(i, mark) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The number with its event after it, or with whom it counts. */
    private static int quoteEnd(Sentence sentence, Link link) {
        int end = link.quantity().end();
        if (link.at() >= end) {
            return sentence.after(link.at());
        }
        return link.quantity().noun() >= 0 ? sentence.after(link.quantity().noun()) : end;
    }
}
