package dev.tocsin.language.detect;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The letters that a language is written in. Languages that share a script are told apart by the letters that only some
 * of them use: a text full of {@code ы} is not Bulgarian, whatever its words look like.
 *
 * @param script that the language is written in
 * @param letters the language's own letters in lower case; empty where the whole script is taken as its alphabet
 */
record Alphabet(UnicodeScript script, String letters) {
    private static final String RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя";
    private static final String ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";

    /** By BCP 47 tag. A language that is not here is written in Latin letters, all of them. */
    private static final Map<String, Alphabet> KNOWN = Map.ofEntries(
            cyrillic("ru", RUSSIAN),
            cyrillic("uk", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
            cyrillic("be", "абвгдеёжзійклмнопрстуўфхцчшыьэюя"),
            cyrillic("bg", "абвгдежзийклмнопрстуфхцчшщъьюя"),
            cyrillic("mk", "абвгдѓежзѕијклљмнњопрстќуфхцчџш"),
            cyrillic("sr", "абвгдђежзијклљмнњопрстћуфхцчџш"),
            cyrillic("kk", RUSSIAN + "әғқңөұүһі"),
            cyrillic("ky", RUSSIAN + "ңөү"),
            cyrillic("mn", RUSSIAN + "өү"),
            cyrillic("tg", "абвгғдеёжзиӣйкқлмнопрстуӯфхҳчҷшъэюя"),
            cyrillic("tt", RUSSIAN + "әөүҗңһ"),
            Map.entry("ar", new Alphabet(UnicodeScript.ARABIC, ARABIC)),
            Map.entry("fa", new Alphabet(UnicodeScript.ARABIC, ARABIC + "پچژگکیۀ")),
            Map.entry("ur", new Alphabet(UnicodeScript.ARABIC, ARABIC + "پچژگکیٹڈڑںھہۃۂےۓ")),
            whole("el", UnicodeScript.GREEK),
            whole("he", UnicodeScript.HEBREW),
            whole("hy", UnicodeScript.ARMENIAN),
            whole("ka", UnicodeScript.GEORGIAN),
            whole("hi", UnicodeScript.DEVANAGARI),
            whole("th", UnicodeScript.THAI),
            whole("ko", UnicodeScript.HANGUL),
            whole("zh", UnicodeScript.HAN),
            whole("ja", UnicodeScript.HIRAGANA));

    /** Scripts that are one for our purpose: Japanese mixes three, and Korean headlines carry Chinese characters. */
    private static final Map<UnicodeScript, UnicodeScript> FOLDED =
            new EnumMap<>(Map.of(UnicodeScript.KATAKANA, UnicodeScript.HIRAGANA));

    private static final Alphabet LATIN = new Alphabet(UnicodeScript.LATIN, "");

    /** Languages that are written in Latin letters as well as in the script above. */
    private static final Set<String> ALSO_LATIN = Set.of("sr");

    static Alphabet of(String tag) {
        return KNOWN.getOrDefault(tag, LATIN);
    }

    static UnicodeScript scriptOf(int letter) {
        var script = UnicodeScript.of(letter);
        return FOLDED.getOrDefault(script, script);
    }

    static boolean isWrittenIn(String tag, UnicodeScript script) {
        return of(tag).script() == script || (script == UnicodeScript.LATIN && ALSO_LATIN.contains(tag));
    }

    /** True for a letter of the alphabet's script that the language does not use. */
    boolean isForeign(int letter) {
        return !letters.isEmpty() && letters.indexOf(letter) < 0;
    }

    private static Map.Entry<String, Alphabet> cyrillic(String tag, String letters) {
        return Map.entry(tag, new Alphabet(UnicodeScript.CYRILLIC, letters));
    }

    private static Map.Entry<String, Alphabet> whole(String tag, UnicodeScript script) {
        return Map.entry(tag, new Alphabet(script, ""));
    }
}
