package dev.tocsin.alerts.story;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The key that one name has in all its spellings: its consonants in rough classes, so that Kazakhstan, Kazakistan,
 * Kasachstan and Казахстан agree, and Tokayev, Tokaev, Toqaev and Токаев do. In the manner of Soundex (Russell, US patent
 * 1,261,167 of 1918), but over Latin and Cyrillic and without its cut at four characters. Other scripts have no key.
 */
final class NameKey {
    private static final int SHORTEST = 3;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}+");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}+");

    /** Case endings of Slavic names that end in a consonant; the others end in vowels, which no key holds. */
    private static final Pattern CASE_ENDING = Pattern.compile("(?<=.{4})(?:ом|ем|ым|им|ах|ях|ами|ями|ого|ому)$");

    /** Letters that decomposition would lead astray, before it. */
    private static final Map<Character, String> LETTERS = Map.ofEntries(
            Map.entry('č', "s"),
            Map.entry('ć', "s"),
            Map.entry('ç', "s"),
            Map.entry('ł', "l"),
            Map.entry('ø', "o"),
            Map.entry('đ', "d"),
            Map.entry('ð', "d"),
            Map.entry('þ', "t"),
            Map.entry('ß', "s"),
            Map.entry('ı', "i"),
            Map.entry('ə', "a"),
            Map.entry('æ', "a"),
            Map.entry('œ', "o"));

    private static final Map<Character, String> CYRILLIC_SOUNDS = Map.ofEntries(
            Map.entry('б', "b"),
            Map.entry('в', "v"),
            Map.entry('г', "g"),
            Map.entry('ғ', "g"),
            Map.entry('ґ', "g"),
            Map.entry('д', "d"),
            Map.entry('ђ', "s"),
            Map.entry('ж', "s"),
            Map.entry('җ', "s"),
            Map.entry('з', "s"),
            Map.entry('к', "k"),
            Map.entry('қ', "k"),
            Map.entry('л', "l"),
            Map.entry('љ', "l"),
            Map.entry('м', "m"),
            Map.entry('н', "n"),
            Map.entry('њ', "n"),
            Map.entry('ң', "ng"),
            Map.entry('п', "p"),
            Map.entry('р', "r"),
            Map.entry('с', "s"),
            Map.entry('т', "t"),
            Map.entry('ћ', "s"),
            Map.entry('ф', "f"),
            Map.entry('х', "k"),
            Map.entry('ц', "s"),
            Map.entry('ч', "s"),
            Map.entry('џ', "s"),
            Map.entry('ш', "s"),
            Map.entry('щ', "s"));

    private static final Pattern SIBILANTS =
            Pattern.compile("tsch|dsch|dzh|tch|sch|sh|sz|zh|ts|tz|cz|dz|dj|z|c(?=[eiy])");
    private static final Pattern GUTTURALS = Pattern.compile("kh|ck|qu|q|c");

    private NameKey() {}

    /**
     * The key of a name.
     *
     * @param language BCP 47 tag of its text, because {@code ch} and {@code j} sound as the language has it
     * @return lower-case Latin letters, empty where the script has no key or too little is left of the name
     */
    static String of(String name, String language) {
        var lower = name.toLowerCase(Locale.ROOT);
        String sounds;
        if (CYRILLIC.matcher(lower).matches()) {
            sounds = cyrillic(lower);
        } else if (LATIN.matcher(stripMarks(lower)).matches()) {
            sounds = latin(replace(lower, LETTERS), language);
        } else {
            return "";
        }
        var key = consonants(sounds);
        return key.length() < SHORTEST ? "" : key;
    }

    private static String cyrillic(String word) {
        var stem = CASE_ENDING.matcher(word).replaceFirst("").replace("дж", "ж");
        var sounds = new StringBuilder();
        for (char c : stem.toCharArray()) {
            // what is no consonant becomes a vowel, and only the first of those is kept
            sounds.append(CYRILLIC_SOUNDS.getOrDefault(c, "a"));
        }
        return sounds.toString();
    }

    private static String latin(String word, String language) {
        var tongue = Locale.forLanguageTag(language).getLanguage();
        var plain = stripMarks(word);
        plain = switch (tongue) {
            case "en", "es", "pt", "fr" -> plain.replace("tch", "s").replaceAll("(?<!s)ch", "s");
            default -> plain.replaceAll("(?<!s)ch", "k");
        };
        plain = switch (tongue) {
            case "en", "fr", "pt" -> plain.replace('j', 's');
            case "es" -> plain.replace('j', 'k');
            default -> plain;
        };
        plain = SIBILANTS.matcher(plain).replaceAll("s");
        plain = GUTTURALS.matcher(plain).replaceAll("k");
        return plain.replace("ph", "f").replace("x", "ks").replace('w', 'v');
    }

    private static String consonants(String sounds) {
        var key = new StringBuilder();
        for (int i = 0; i < sounds.length(); i++) {
            char c = sounds.charAt(i);
            if ("aeiouyjh".indexOf(c) >= 0) {
                if (i == 0 && c != 'h' && c != 'j' && c != 'y') {
                    key.append('a');
                }
            } else if (c >= 'a' && c <= 'z' && (key.isEmpty() || key.charAt(key.length() - 1) != c)) {
                key.append(c);
            }
        }
        return key.toString();
    }

    private static String stripMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
    }

    private static String replace(String word, Map<Character, String> table) {
        var replaced = new StringBuilder();
        for (char c : word.toCharArray()) {
            var other = table.get(c);
            replaced.append(other == null ? String.valueOf(c) : other);
        }
        return replaced.toString();
    }
}
