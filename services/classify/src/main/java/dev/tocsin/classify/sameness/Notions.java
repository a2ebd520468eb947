package dev.tocsin.classify.sameness;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the notions of one language among words: at each word the longest phrase, else the longest stem. */
final class Notions {
    private static final int[] NONE = {};
    private static final int SHORTEST_ARABIC = 3;
    /** What Arabic writes together with the word behind it: and, in, as, so, for, with the article or without. */
    private static final List<String> PROCLITICS =
            List.of("وال", "بال", "كال", "فال", "ال", "لل", "و", "ب", "ل", "ف", "ك");

    private final StemTable stems;
    private final Inflection inflection;
    private final boolean isArabic;

    Notions(StemTable stems, Inflection inflection, boolean isArabic) {
        this.stems = stems;
        this.inflection = inflection;
        this.isArabic = isArabic;
    }

    /** Of each word its notions; of a phrase they stand at its first word, and those behind it have none. */
    int[][] of(List<Word> words) {
        var found = new int[words.size()][];
        Arrays.fill(found, NONE);
        int i = 0;
        while (i < found.length) {
            var word = words.get(i);
            int taken = 1;
            switch (word.kind()) {
                case LETTERS -> taken = letters(words, i, found);
                case IDEOGRAPHS -> found[i] = within(word.form());
                case FIGURE -> {}
            }
            i += taken;
        }
        return found;
    }

    private int letters(List<Word> words, int at, int[][] found) {
        var form = words.get(at).form();
        int taken = beginning(form, words, at, found);
        if (taken == 0 && isArabic) {
            for (var proclitic : PROCLITICS) {
                if (taken == 0 && form.startsWith(proclitic) && form.length() - proclitic.length() >= SHORTEST_ARABIC) {
                    taken = beginning(form.substring(proclitic.length()), words, at, found);
                }
            }
        }
        if (taken <= 1 && inflection.compounds()) {
            found[at] = union(found[at], parts(form));
        }
        return Math.max(1, taken);
    }

    private static int[] union(int[] some, int[] more) {
        return more.length == 0
                ? some
                : IntStream.concat(Arrays.stream(some), Arrays.stream(more))
                        .distinct()
                        .toArray();
    }

    /** How many words matched, 0 for none. */
    private int beginning(String form, List<Word> words, int at, int[][] found) {
        int most = Math.min(form.length(), stems.longest());
        var entries = new Entry[most + 1];
        long hash = StemTable.start();
        for (int length = 1; length <= most; length++) {
            hash = StemTable.next(hash, form.charAt(length - 1));
            entries[length] = stems.get(hash);
        }
        for (int length = most; length > 0; length--) {
            var entry = entries[length];
            if (entry == null) {
                continue;
            }
            for (var phrase : entry.phrases()) {
                if (inflection.allows(form, length) && follows(phrase, words, at)) {
                    found[at] = new int[] {phrase.notion()};
                    return 1 + phrase.rest().size();
                }
            }
            var notions = entry.notions(needed(form, length));
            if (notions.length > 0) {
                found[at] = notions;
                return 1;
            }
        }
        return 0;
    }

    private Entry.Reach needed(String form, int length) {
        if (form.length() == length) {
            return Entry.Reach.WHOLE;
        }
        return inflection.allows(form, length) || inflection.isPart(length) ? Entry.Reach.INFLECTED : Entry.Reach.ANY;
    }

    private boolean follows(Entry.Phrase phrase, List<Word> words, int at) {
        if (at + phrase.rest().size() >= words.size()) {
            return false;
        }
        for (int i = 0; i < phrase.rest().size(); i++) {
            if (!phrase.rest().get(i).matches(words.get(at + 1 + i).form(), inflection)) {
                return false;
            }
        }
        return true;
    }

    /** Of a compound the notion of its last part, which says what it is. */
    private int[] parts(String form) {
        for (int from = 3; from + 5 <= form.length(); from++) {
            long hash = StemTable.start();
            int most = Math.min(form.length() - from, stems.longest());
            int[] best = NONE;
            for (int length = 1; length <= most; length++) {
                hash = StemTable.next(hash, form.charAt(from + length - 1));
                var entry = stems.get(hash);
                if (entry != null && inflection.isPart(length)) {
                    var tail = tail(entry, form.length() - from - length);
                    best = tail.length > 0 ? tail : best;
                }
            }
            if (best.length > 0) {
                return best;
            }
        }
        return NONE;
    }

    private int[] tail(Entry entry, int rest) {
        if (rest == 0) {
            return entry.notions(Entry.Reach.WHOLE);
        }
        return rest <= inflection.letters() ? entry.notions(Entry.Reach.INFLECTED) : NONE;
    }

    /** Ideographs have no spaces: the longest word at each place, one behind the other. */
    private int[] within(String run) {
        var notions = IntStream.builder();
        int i = 0;
        while (i < run.length()) {
            long hash = StemTable.start();
            int most = Math.min(run.length() - i, stems.longest());
            int taken = 1;
            int[] best = NONE;
            for (int length = 1; length <= most; length++) {
                hash = StemTable.next(hash, run.charAt(i + length - 1));
                var entry = stems.get(hash);
                if (entry != null && entry.notions(Entry.Reach.WHOLE).length > 0) {
                    best = entry.notions(Entry.Reach.WHOLE);
                    taken = length;
                }
            }
            for (int notion : best) {
                notions.add(notion);
            }
            i += taken;
        }
        return notions.build().toArray();
    }
}
