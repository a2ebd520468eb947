package dev.tocsin.ingest.coverage;

import dev.tocsin.ingest.feeds.FeedStatus;
import dev.tocsin.ingest.feeds.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/** Tells from what polls found out whose doing it is that nothing comes of a feed. */
public final class Health {
    /** A try that is due for longer than this shows that our poller does not keep up. */
    private static final Duration LATE = Duration.ofMinutes(30);

    private Health() {}

    public static Cause of(FeedStatus status, Instant now) {
        return switch (status.state()) {
            case THROTTLED, BLOCKED -> Cause.THROTTLED;
            case FAILING, NEW -> Cause.WE_FAILED;
            // the publisher ended it
            case GONE -> Cause.WENT_QUIET;
            case OK, QUIET -> {
                boolean late = status.nextTry().isBefore(now.minus(LATE));
                yield late || isUnpublished(status) ? Cause.WE_FAILED : Cause.WENT_QUIET;
            }
        };
    }

    /** It was read, and our channel did not take it: then it is asked for the whole again, and says why. */
    private static boolean isUnpublished(FeedStatus status) {
        return status.reason() != null
                && status.validators().equals(Validators.NONE)
                && !Objects.equals(status.lastTry(), status.lastWhole());
    }
}
