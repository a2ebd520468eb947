package dev.tocsin.language;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What an operator can set of the language stage; each key is also an environment variable. */
@ConfigMapping(prefix = "tocsin.language")
public interface LanguageConfig {
    String DEFAULT_LANGUAGES = "en,it,ru,uk,be,kk,ky,uz,tg,az,hy,ka,tr,fa,ar,he,zh,ja,ko,fr,"
            + "de,es,pt,nl,pl,cs,sk,ro,bg,sr,mk,el,hu,sv,da,nb,fi,lt,mn,hi,et,id,lv,sl,sq,vi";
    String DEFAULT_MAX_CHARS = "600";
    String DEFAULT_THRESHOLD = "0.15";

    /**
     * The languages to choose among, as BCP 47 tags of two letters, 64 at most. Fewer languages mean fewer mistakes; a
     * text in a language that is not listed gets the nearest one that is. Serbian and Uzbek are found in both their
     * scripts, the less usual one as {@code sr-Latn} and {@code uz-Cyrl}.
     */
    @WithDefault(DEFAULT_LANGUAGES)
    List<String> languages();

    /** How many UTF-16 units of title and text are looked at, at least 1. */
    @WithDefault(DEFAULT_MAX_CHARS)
    int maxChars();

    /**
     * The least confidence, 0 to 1, below which a text's language is {@code und}. At the default a text of two words
     * is more often right than wrong, and a sentence is never lost.
     */
    @WithDefault(DEFAULT_THRESHOLD)
    double threshold();
}
