package dev.tocsin.classify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** What an operator can set of the classification stage; each key is also an environment variable. */
@ConfigMapping(prefix = "tocsin.classify")
public interface ClassifyConfig {
    /**
     * The folder of topic packs, relative to the working directory. It is read once, at start; the service does not
     * start without at least one pack, or with a wrong one. Packs of the channel {@code topics} come on top.
     */
    @WithDefault("topicpacks")
    Path packs();

    /** The folder of actors and places; the service does not start with a wrong file. */
    @WithDefault("actors")
    Path actors();

    /** The folder of notions; the service does not start with a wrong file. */
    @WithDefault("concepts")
    Path concepts();
}
