package dev.tocsin.alerts.story;

import dev.tocsin.contracts.Evidence;
import dev.tocsin.contracts.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an article is compared by: its words, which only articles in its language share, and its signs (names and
 * figures), which translations share too. Values are weights above 0, higher for what stands in the title, often, or
 * both; low for the topic's own terms, which every article of the topic has.
 */
record Features(String language, Terms words, Terms signs) {
    /** News tells its event first; the rest of a long text is background, which makes reports of one desk alike whatever they tell. */
    private static final int LEAD = 1_000;

    private static final float TITLE = 3;
    private static final float TOPIC_TERM = 0.3f;
    private static final int KEPT_WORDS = 40;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    static Features of(Sighting sighting) {
        var fetched = sighting.fetched();
        boolean isSigned = !sighting.article().signature().isEmpty();
        var gatherer = new Gatherer(sighting.language(), isSigned);
        if (fetched.title() != null) {
            gatherer.add(lead(fetched.title()), TITLE, spans(sighting, Field.TITLE));
        }
        gatherer.add(lead(fetched.text()), 1, spans(sighting, Field.TEXT));
        return isSigned ? gatherer.features().withSigns(sighting.article().signature()) : gatherer.features();
    }

    /** Enough of it to tell later what it brought into a story. */
    Features shortened() {
        return new Features(language, words.heaviest(KEPT_WORDS), signs);
    }

    /** What classify found in common with other languages is more, and better, than what can be told from here. */
    private Features withSigns(List<String> signature) {
        var weighed = new HashMap<Integer, Float>();
        signature.forEach(key -> weighed.put(Terms.key(key), 1f));
        return new Features(language, words, Terms.of(weighed));
    }

    private static String lead(String text) {
        return text.length() <= LEAD ? text : text.substring(0, LEAD);
    }

    private static List<Evidence> spans(Sighting sighting, Field field) {
        return sighting.hit().evidence().stream()
                .filter(e -> e.field() == field)
                .toList();
    }

    private static final class Gatherer {
        private final String language;
        private final boolean isSigned;
        private final Map<String, Float> words = new HashMap<>();
        private final Map<String, Float> signs = new HashMap<>();
        private final Map<String, String> keys = new HashMap<>();

        /** @param isSigned whether signs need not be gathered, because classify did */
        Gatherer(String language, boolean isSigned) {
            this.language = language;
            this.isSigned = isSigned;
        }

        void add(String text, float weight, List<Evidence> topicTerms) {
            var tokens = Words.of(text);
            var names = isSigned ? Set.<String>of() : namesWithin(tokens);
            for (var token : tokens) {
                float w = isWithin(token, topicTerms) ? weight * TOPIC_TERM : weight;
                if (token.isNumber()) {
                    addFigure(token.text(), w);
                    continue;
                }
                var lower = token.lower();
                if (!Words.tells(lower)) {
                    continue;
                }
                words.merge(lower, w, Float::sum);
                if (!isSigned && token.isCapitalised() && (!token.opens() || names.contains(lower))) {
                    var key = keys.computeIfAbsent(lower, name -> NameKey.of(name, language));
                    if (!key.isEmpty()) {
                        signs.merge(key, w, Float::sum);
                    }
                }
            }
        }

        /** Words with a capital that does not come from opening a sentence. */
        private static Set<String> namesWithin(List<Words.Token> tokens) {
            var names = new HashSet<String>();
            for (var token : tokens) {
                if (!token.opens() && !token.isNumber() && token.isCapitalised()) {
                    names.add(token.lower());
                }
            }
            return names;
        }

        /** Years and single digits stand in any text; longer figures than a population stand in none twice. */
        private void addFigure(String digits, float weight) {
            if (digits.length() < 2 || digits.length() > 12) {
                return;
            }
            long figure = Long.parseLong(digits);
            if (figure >= 10 && (figure < FIRST_YEAR || figure > LAST_YEAR)) {
                signs.merge("#" + figure, weight, Float::sum);
            }
        }

        Features features() {
            words.replaceAll((word, count) -> damp(count));
            signs.replaceAll((sign, count) -> damp(count));
            return new Features(language, hashed(words), hashed(signs));
        }

        private static Terms hashed(Map<String, Float> weighed) {
            var hashed = HashMap.<Integer, Float>newHashMap(weighed.size());
            weighed.forEach((word, weight) -> hashed.merge(Terms.key(word), weight, Float::max));
            return Terms.of(hashed);
        }

        /** The tenth mention says less than the first. */
        private static float damp(float count) {
            return count <= 1 ? count : (float) (1 + Math.log(count));
        }

        private static boolean isWithin(Words.Token token, List<Evidence> spans) {
            for (var span : spans) {
                if (span.start() <= token.start() && token.start() < span.end()) {
                    return true;
                }
            }
            return false;
        }
    }
}
