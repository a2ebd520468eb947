package dev.tocsin.ingest.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A silence from its ring to its end, and a while beyond: the end is remembered, so that the hours before it ring no
 * second time.
 *
 * @param cause as last told
 * @param shortfall as last told
 * @param begun when it rang
 * @param told when it was last told of
 * @param revision of the last alert
 * @param ended null while it lasts
 */
public record Episode(
        Subject subject,
        Cause cause,
        Shortfall shortfall,
        Instant begun,
        Instant told,
        int revision,
        @Nullable Instant ended) {
    public boolean lasts() {
        return ended == null;
    }

    Episode changed(Cause now, Shortfall seen, Instant at) {
        return new Episode(subject, now, seen, begun, at, revision + 1, null);
    }

    Episode over(Instant at) {
        return new Episode(subject, cause, shortfall, begun, at, revision + 1, at);
    }
}
