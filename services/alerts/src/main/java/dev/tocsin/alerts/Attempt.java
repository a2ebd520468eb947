package dev.tocsin.alerts;

import java.time.DateTimeException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** A decision on one story: one that cannot be made must not stop the others, and would at each start again. */
final class Attempt {
    private static final Logger LOG = Logger.getLogger(Attempt.class);

    private Attempt() {}

    /**
     * What was decided; empty where a value that the story brought is one that contracts refuse, or a time or a number of
     * it is beyond what can be counted. Whatever else goes wrong is not the story's, and goes up.
     */
    static <T> Optional<T> at(String story, String topic, Supplier<T> decision) {
        try {
            return Optional.of(decision.get());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            LOG.errorf(e, "story cannot be told on story=%s topic=%s", story, topic);
            return Optional.empty();
        }
    }
}
