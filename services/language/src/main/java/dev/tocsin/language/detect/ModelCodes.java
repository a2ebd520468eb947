package dev.tocsin.language.detect;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** Which ISO 639-3 codes of the model stand for a BCP 47 tag. */
final class ModelCodes {
    /** Where the model uses a code of its own beside, or instead of, the one the JDK knows. */
    private static final Map<String, List<String>> OWN = Map.of(
            "et", List.of("est", "ekk"),
            "fa", List.of("fas", "pes"),
            "lv", List.of("lav", "lvs"),
            "mg", List.of("plt"),
            "no", List.of("nob", "nno"),
            "zh", List.of("cmn"));

    /** Whose n-grams stand for a language in letters that the model did not see it in. */
    private static final Map<String, List<String>> STAND_INS = Map.of("sr", List.of("hrv", "bos"));

    private ModelCodes() {}

    /** Whose spelling stands for a tag's in a script that is not its usual one; empty for nobody's. */
    static String spelledInOtherScript(String tag) {
        return tag.equals("sr") ? "hr" : "";
    }

    /** The codes of a tag in a script that is not its usual one; may be empty. */
    static List<String> inOtherScript(String tag) {
        return STAND_INS.getOrDefault(tag, List.of());
    }

    /** The codes of a tag without subtags, such as {@code cmn} for {@code zh}; empty for a tag that is no language. */
    static List<String> of(String tag) {
        var own = OWN.get(tag);
        if (own != null) {
            return own;
        }
        try {
            var code = Locale.of(tag).getISO3Language();
            return code.isEmpty() ? List.of() : List.of(code);
        } catch (MissingResourceException e) {
            return List.of();
        }
    }
}
