package dev.tocsin.archive;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Awaitility with as much time as the slowest machine needs that tests two modules at once. */
public final class Patience {
    private static final Duration MOST = Duration.ofSeconds(60);

    private Patience() {}

    public static ConditionFactory await() {
        return Awaitility.await().atMost(MOST);
    }
}
