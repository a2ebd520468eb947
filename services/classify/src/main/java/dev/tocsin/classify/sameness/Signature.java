package dev.tocsin.classify.sameness;

import dev.tocsin.contracts.Claim;
import java.time.Instant;
import java.util.ArrayList;
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

    public Signature(Concepts concepts) {
        this(concepts, Rarity.builtIn());
    }

    Signature(Concepts concepts, Rarity rarity) {
        this.concepts = concepts;
        this.rarity = rarity;
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
        var keys = new HashSet<>(recognised.keys());
        claims.forEach(claim -> keys.add("f:" + claim.kind() + ":" + figure(claim)));
        var tongue = Concepts.tongue(language);
        var known = recognised.spellings().stream()
                .flatMap(spelling -> Words.of(spelling, Concepts.TITLE, tongue).stream())
                .map(Word::form)
                .collect(Collectors.toSet());
        var head = title == null ? List.<Word>of() : Words.of(title, Concepts.TITLE, tongue);
        var body = Words.of(text, Concepts.LEAD, tongue);
        var names = new Names(tongue, body);
        if (title != null) {
            add(head, tongue, publishedAt, Names.isHeadlineCased(head) ? names : names.with(head), known, keys);
        }
        add(body, tongue, publishedAt, names, known, keys);
        return rarestFirst(keys);
    }

    private void add(
            List<Word> words,
            String tongue,
            @Nullable Instant publishedAt,
            Names names,
            Set<String> known,
            Set<String> keys) {
        var notions = concepts.notions(words, tongue);
        var dates = Dates.of(words, tongue, publishedAt);
        dates.days().forEach(day -> keys.add("d:" + day));
        for (int i = 0; i < notions.length; i++) {
            var word = words.get(i);
            for (int notion : notions[i]) {
                keys.add("c:" + concepts.ids().get(notion));
            }
            if (word.kind() == Word.Kind.FIGURE && !dates.figures().contains(i)) {
                boolean scaled = i + 1 < notions.length && notions[i + 1].length > 0;
                var scale = scaled ? concepts.ids().get(notions[i + 1][0]) : "";
                Quantity.of(word.form(), scale).ifPresent(n -> keys.add("n:" + n));
            } else if (names.contains(word)
                    && !known.contains(word.form())
                    && (notions[i].length == 0 || names.isSure(word))) {
                var sound = SoundKey.of(word.form(), tongue);
                if (!sound.isEmpty()) {
                    keys.add("s:" + sound);
                }
            }
        }
    }

    private static String figure(Claim claim) {
        var low = claim.low() == null ? "" : claim.low().toString();
        var high = claim.high() == null ? "" : claim.high().toString();
        return low.equals(high) ? low : low + "-" + high;
    }

    private List<String> rarestFirst(Set<String> keys) {
        var sorted = new ArrayList<>(keys);
        sorted.sort(
                Comparator.comparingDouble((String key) -> -rarity.of(key)).thenComparing(Comparator.naturalOrder()));
        return List.copyOf(sorted.subList(0, Math.min(MOST, sorted.size())));
    }
}
