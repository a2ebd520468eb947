package dev.tocsin.archive.text;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The keys that make a name found in any spelling: those of a word that an article has with a capital, by the habits of its language,
 * and those of a word that is asked for, whose language nobody knows, by all of them.
 */
final class NameKeys {
    private static final int SHORTEST = 4;
    /** Of a word asked for in small letters: a shorter one is a common word more often than a name. */
    private static final int SHORTEST_SMALL = 6;

    private static final int SHORTEST_CONSONANTS = 5;
    private static final int SHORTEST_STEM = 4;
    private static final int LONGEST = 40;

    private static final Set<String> CH_OF_CHURCH = Set.of("en", "es", "pt", "fr", "tr", "id");
    private static final Set<String> J_OF_JUDGE = Set.of("en", "fr", "pt", "tr", "id");

    /** How the cases of a name end in languages without a stemmer here. */
    private static final Map<String, List<String>> ENDINGS = endings();

    private NameKeys() {}

    /**
     * The keys of a word in an article, marked.
     *
     * @param word as it stands
     * @param stems what its language's stemmer makes of it
     */
    static Set<String> ofText(String word, List<String> stems, String language) {
        var keys = new LinkedHashSet<String>();
        int first = word.codePointAt(0);
        // scripts without capitals tell no names: what is no lower-case letter may be one
        if (word.length() > LONGEST || Character.isLowerCase(first) || !Character.isLetter(first)) {
            return keys;
        }
        var habit = new Sound.Habit(CH_OF_CHURCH.contains(language), J_OF_JUDGE.contains(language));
        var lower = word.toLowerCase(Locale.ROOT);
        addMarked(keys, lower, habit, SHORTEST);
        stems.forEach(stem -> addMarked(keys, stem, habit, SHORTEST));
        for (var ending : ENDINGS.getOrDefault(language, List.of())) {
            addMarked(keys, without(ending, lower), habit, SHORTEST);
        }
        return keys;
    }

    /** The keys of a word that is asked for, marked. */
    static Set<String> ofQuestion(String word, Function<String, List<String>> stems) {
        var keys = new LinkedHashSet<String>();
        if (word.isEmpty() || word.length() > LONGEST) {
            return keys;
        }
        int shortest = Character.isLowerCase(word.codePointAt(0)) ? SHORTEST_SMALL : SHORTEST;
        var lower = word.toLowerCase(Locale.ROOT);
        var forms = new LinkedHashSet<String>();
        forms.add(lower);
        if (Character.UnicodeScript.of(lower.codePointAt(0)) == Character.UnicodeScript.CYRILLIC) {
            forms.addAll(stems.apply("ru"));
            for (var language : List.of("uk", "kk")) {
                ENDINGS.getOrDefault(language, List.of()).forEach(ending -> forms.add(without(ending, lower)));
            }
        }
        for (var form : forms) {
            for (boolean ch : new boolean[] {true, false}) {
                for (boolean j : new boolean[] {true, false}) {
                    addMarked(keys, form, new Sound.Habit(ch, j), shortest);
                }
            }
        }
        return keys;
    }

    private static void addMarked(Set<String> keys, String word, Sound.Habit habit, int shortest) {
        var key = Sound.of(word, habit);
        boolean vowels = Character.UnicodeScript.of(word.codePointAt(0)) != Character.UnicodeScript.ARABIC;
        if (vowels && key.length() >= shortest) {
            keys.add(Marks.sound(key));
        }
        var consonants = Sound.consonants(key);
        if (consonants.length() >= SHORTEST_CONSONANTS) {
            keys.add(Marks.consonants(consonants));
        }
    }

    /** The word without an ending, or as it is where it has another one or too little would be left. */
    private static String without(String ending, String word) {
        int left = word.length() - ending.length();
        return left >= SHORTEST_STEM && word.endsWith(ending) ? word.substring(0, left) : word;
    }

    private static Map<String, List<String>> endings() {
        var eastern = List.of("ого", "ому", "ом", "ем", "єм", "ым", "им", "ою", "ові", "еві", "ах", "ях", "ами", "ями");
        var western = List.of("owi", "iem", "em", "ego", "emu", "ovi", "om", "ach", "ami", "ovou", "im", "ym");
        var turkic = List.of(
                "ның", "нің", "дың", "дің", "тың", "тің", "нын", "нин", "дын", "дин", "тын", "тин", "мен", "бен", "пен",
                "дан", "ден", "тан", "тен", "нан", "нен", "ға", "ге", "қа", "ке", "га", "ка", "ны", "ні", "ни", "ды",
                "ді", "ди", "ты", "ті", "ти", "да", "де", "та", "те");
        return Map.ofEntries(
                Map.entry("uk", eastern),
                Map.entry("be", eastern),
                Map.entry("mk", eastern),
                Map.entry("pl", western),
                Map.entry("sk", western),
                Map.entry("hr", western),
                Map.entry("sl", western),
                Map.entry("bs", western),
                Map.entry("kk", turkic),
                Map.entry("ky", turkic));
    }
}
