package dev.tocsin.contracts;

import org.jspecify.annotations.Nullable;

/**
 * The language of a text.
 *
 * @param tag BCP 47, {@code und} when it cannot be told
 * @param confidence 0 to 1
 * @param second the tag of a second language in a mixed text
 */
public record DetectedLanguage(String tag, double confidence, @Nullable String second) {
    public static final String UNDETERMINED = "und";

    public DetectedLanguage {
        Checks.required(tag, "language.tag");
        Checks.share(confidence, "language.confidence");
    }
}
