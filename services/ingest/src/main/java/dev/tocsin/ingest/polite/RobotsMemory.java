package dev.tocsin.ingest.polite;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The rules of the hosts that were asked last: of thousands that have few, of fewer where some have many. */
public final class RobotsMemory {
    static final int MOST_HOSTS = 5_000;
    static final int MOST_RULES = 30_000;

    private record Known(RobotsRules rules, Instant until) {}

    /** In the order of their last use. */
    private final Map<String, Known> files = new LinkedHashMap<>(16, 0.75f, true);

    private int rules;

    /** Empty where the file has to be asked for, for the first time or again. */
    public synchronized Optional<RobotsRules> of(String file, Instant now) {
        return Optional.ofNullable(files.get(file))
                .filter(known -> now.isBefore(known.until()))
                .map(Known::rules);
    }

    public synchronized void keep(String file, RobotsRules found, Instant until) {
        forget(files.remove(file));
        files.put(file, new Known(found, until));
        rules += found.size();
        var eldest = files.entrySet().iterator();
        while (files.size() > 1 && (files.size() > MOST_HOSTS || rules > MOST_RULES)) {
            forget(eldest.next().getValue());
            eldest.remove();
        }
    }

    private void forget(@Nullable Known known) {
        rules -= known == null ? 0 : known.rules().size();
    }
}
