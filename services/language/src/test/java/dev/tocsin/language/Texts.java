package dev.tocsin.language;

import dev.tocsin.language.detect.Detector;
import java.util.List;

/** The detector as it is by default, loaded once for all tests. */
public final class Texts {
    public static final Detector DETECTOR = Detector.load(
            List.of(LanguageConfig.DEFAULT_LANGUAGES.split(",")),
            Integer.parseInt(LanguageConfig.DEFAULT_MAX_CHARS),
            Double.parseDouble(LanguageConfig.DEFAULT_THRESHOLD));

    private Texts() {}
}
