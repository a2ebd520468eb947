package dev.tocsin.archive.keep;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whose turn it is, among replicas, and until when, unless it is said again. */
public record Lease(String owner, Instant until) {
    /**
     * The lease after somebody asked for it: theirs, where it was theirs or has run out; else as it was.
     *
     * @param now what there is; null for none yet
     */
    public static Lease asked(@Nullable Lease now, String owner, Instant at, Duration length) {
        return now == null || now.owner.equals(owner) || !at.isBefore(now.until)
                ? new Lease(owner, at.plus(length))
                : now;
    }
}
