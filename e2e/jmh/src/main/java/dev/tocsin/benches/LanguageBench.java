package dev.tocsin.benches;

import dev.tocsin.contracts.DetectedLanguage;
import dev.tocsin.language.LanguageConfig;
import dev.tocsin.language.detect.Detector;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** How many texts a second get their language. */
public class LanguageBench {
    /** The detector as the service sets it up. */
    @State(Scope.Benchmark)
    public static class Setting {
        private Detector detector = Detector.load(
                List.of(LanguageConfig.DEFAULT_LANGUAGES.split(",")),
                Integer.parseInt(LanguageConfig.DEFAULT_MAX_CHARS),
                Double.parseDouble(LanguageConfig.DEFAULT_THRESHOLD));
    }

    @Benchmark
    public DetectedLanguage language(Setting setting, Texts texts) {
        var text = texts.next();
        return setting.detector.detect(text.title(), text.text());
    }
}
