package dev.tocsin.ingest.coverage;

import dev.tocsin.ingest.feeds.FeedStatus;
import java.time.Duration;
import java.time.Instant;

/** Tells from what polls found out whose doing it is that nothing comes of a feed. */
public final class Health {
    /** A try that is due for longer than this shows that our poller does not keep up. */
    private static final Duration LATE = Duration.ofMinutes(30);

    private Health() {}

    /** By the state's label, so that a state that is added later counts as well until this knows better. */
    public static Cause of(FeedStatus status, Instant now) {
        return switch (status.state().label()) {
            case "throttled", "rate-limited", "blocked" -> Cause.THROTTLED;
            case "failing", "new" -> Cause.WE_FAILED;
            // the publisher ended it
            case "gone" -> Cause.WENT_QUIET;
            default -> {
                boolean late = status.nextTry().plus(LATE).isBefore(now);
                // it was read, and our channel did not take it
                boolean unpublished = status.reason() != null;
                yield late || unpublished ? Cause.WE_FAILED : Cause.WENT_QUIET;
            }
        };
    }
}
