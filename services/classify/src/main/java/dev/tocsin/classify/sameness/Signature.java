package dev.tocsin.classify.sameness;

import dev.tocsin.contracts.Claim;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an article shares with a translation of it: keys without a language. {@code c:} a notion, {@code n:} a figure,
 * {@code d:} a day, {@code s:} a name by its sound, {@code a:} an actor, {@code p:} a place, {@code f:} a claim, such as
 * {@code f:killed:18}. Safe for use by several threads.
 */
public final class Signature {
    /** Keys of a signature; more would be the common ones. */
    static final int MOST = 40;

    private final Concepts concepts;
    private final Rarity rarity;
    /** Of each notion its key. */
    private final List<String> keys;

    public Signature(Concepts concepts) {
        this(concepts, Rarity.builtIn());
    }

    Signature(Concepts concepts, Rarity rarity) {
        this.concepts = concepts;
        this.rarity = rarity;
        keys = concepts.ids().stream().map(id -> "c:" + id).toList();
    }

    /**
     * Who and what was recognised in an article.
     *
     * @param keys {@code a:} and {@code p:} with the id of each actor and place
     * @param spellings the words that they are named by, which need no key by their sound any more
     */
    public record Recognised(Set<String> keys, Set<String> spellings) {
        public static final Recognised NOTHING = new Recognised(Set.of(), Set.of());
    }

    /**
     * The keys of an article.
     *
     * @param language BCP 47 tag
     * @param publishedAt null where it is not known; days without a year are then left open
     * @param recognised as found in it, {@link Recognised#NOTHING} where nobody looked; claims likewise
     * @return at most 40, the rarest first; of equal rarity in the order of the alphabet
     */
    public List<String> of(
            String language,
            @Nullable String title,
            String text,
            @Nullable Instant publishedAt,
            Recognised recognised,
            List<Claim> claims) {
        var found = new HashSet<>(recognised.keys());
        claims.forEach(claim -> found.add("f:" + claim.kind() + ":" + figure(claim)));
        var tongue = Concepts.tongue(language);
        var known = recognised.spellings().stream()
                .flatMap(spelling -> Words.of(spelling, Concepts.TITLE, tongue).stream())
                .map(Word::form)
                .collect(Collectors.toSet());
        var head = title == null ? List.<Word>of() : Words.of(title, Concepts.TITLE, tongue);
        var body = Words.of(text, Concepts.LEAD, tongue);
        var names = new Names(tongue, body);
        if (title != null) {
            add(head, tongue, publishedAt, Names.isHeadlineCased(head) ? names : names.with(head), known, found);
        }
        add(body, tongue, publishedAt, names, known, found);
        return rarestFirst(found);
    }

    private void add(
            List<Word> words,
            String tongue,
            @Nullable Instant publishedAt,
            Names names,
            Set<String> known,
            Set<String> found) {
        var notions = concepts.notions(words, tongue);
        var dates = Dates.of(words, concepts.speaks(tongue) ? tongue : "", publishedAt);
        dates.days().forEach(day -> found.add("d:" + day));
        for (int i = 0; i < notions.length; i++) {
            var word = words.get(i);
            for (int notion : notions[i]) {
                found.add(keys.get(notion));
            }
            if (word.kind() == Word.Kind.FIGURE && !dates.figures().contains(i)) {
                boolean scaled = i + 1 < notions.length && notions[i + 1].length > 0;
                var scale = scaled ? concepts.ids().get(notions[i + 1][0]) : "";
                Quantity.of(word.form(), scale).ifPresent(n -> found.add("n:" + n));
            } else if (names.contains(word)
                    && !known.contains(word.form())
                    && (notions[i].length == 0 || names.isSure(word))) {
                var sound = SoundKey.of(word.form(), tongue);
                if (!sound.isEmpty()) {
                    found.add("s:" + sound);
                }
            }
        }
    }

    private static String figure(Claim claim) {
        var low = claim.low() == null ? "" : claim.low().toString();
        var high = claim.high() == null ? "" : claim.high().toString();
        return low.equals(high) ? low : low + "-" + high;
    }

    private record Weighed(String key, double rarity) {}

    private List<String> rarestFirst(Set<String> keys) {
        return keys.stream()
                .map(key -> new Weighed(key, rarity.of(key)))
                .sorted(Comparator.comparingDouble(Weighed::rarity).reversed().thenComparing(Weighed::key))
                .limit(MOST)
                .map(Weighed::key)
                .toList();
    }
}
