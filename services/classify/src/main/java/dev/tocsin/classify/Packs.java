package dev.tocsin.classify;

import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.pack.InvalidPackException;
import dev.tocsin.classify.pack.PackFolder;
import dev.tocsin.classify.pack.PackSet;
import dev.tocsin.classify.pack.PackText;
import dev.tocsin.contracts.TopicPack;
import io.quarkus.logging.Log;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The packs in force, compiled. They change while articles are classified: an article meets the old ones or the new. */
@Singleton
final class Packs {
    private PackSet set;
    private volatile Classifier classifier;

    /** Reads the folder; a wrong pack there ends the service before it begins. */
    Packs(ClassifyConfig config) throws InvalidPackException, BadTermException {
        set = PackSet.of(PackFolder.read(config.packs()));
        classifier = Classifier.of(set.packs());
    }

    Classifier classifier() {
        return classifier;
    }

    synchronized List<TopicPack> untold() {
        return set.untold();
    }

    /**
     * Takes what the channel says of a topic, to be in force after {@link #apply}; nothing changes where that is wrong.
     *
     * @param pack null where it was deleted
     * @throws InvalidPackException with the mistake; the pack that was in force stays
     */
    synchronized void take(String topic, @Nullable TopicPack pack) throws InvalidPackException {
        if (pack != null && !set.packs().contains(pack)) {
            PackText.check(topic, pack);
        }
        set = set.after(topic, pack);
    }

    /** Compiles what was taken, all together: each pack costs as much alone. */
    synchronized void apply() {
        var packs = set.packs();
        if (packs.equals(classifier.packs())) {
            return;
        }
        try {
            classifier = Classifier.of(packs);
            packs.forEach(pack -> Log.infof("pack in force topic=%s version=%d", pack.id(), pack.version()));
        } catch (BadTermException e) {
            // each was compiled by itself before
            throw new IllegalStateException(e);
        }
    }
}
