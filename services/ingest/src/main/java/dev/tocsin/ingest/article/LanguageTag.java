package dev.tocsin.ingest.article;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The language that a feed or a caller declares, where it is a well-formed BCP 47 tag. */
final class LanguageTag {
    private LanguageTag() {}

    /** {@code en_us} becomes {@code en-US}; empty for what is no tag. */
    static Optional<String> of(@Nullable String declared) {
        if (declared == null || declared.isBlank()) {
            return Optional.empty();
        }
        try {
            var tag = new Locale.Builder()
                    .setLanguageTag(declared.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return Optional.of(tag).filter(t -> !t.equals("und"));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
