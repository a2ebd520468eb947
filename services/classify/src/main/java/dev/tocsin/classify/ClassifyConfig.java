package dev.tocsin.classify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What an operator can set of the classification stage; each key is also an environment variable. */
@ConfigMapping(prefix = "tocsin.classify")
public interface ClassifyConfig {
    /**
     * The folder of topic packs, relative to the working directory. It is read once, at start; the service does not
     * start without at least one pack, or with a wrong one. Env {@code TOCSIN_CLASSIFY_PACKS}.
     */
    @WithDefault("topicpacks")
    Path packs();

    /**
     * The folder of the lists of persons, states, organisations, agencies and places, relative to the working directory,
     * with how names change in each language in its folder {@code languages}. It is read once, at start; the service does
     * not start with a wrong one. Env {@code TOCSIN_CLASSIFY_ACTORS}.
     */
    @WithDefault("actors")
    Path actors();
}
