package dev.tocsin.dashboard.live;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One client's way through the ring: each event once, in the order of its slot, with the cursor to resume from. Used by
 * one thread at a time.
 */
public final class Subscription {
    private final LiveRing ring;
    private final Set<LiveType> types;
    private final Duration overlap;
    private final InstantSource clock;
    private @Nullable Cursor cursor;
    private long number;

    /**
     * @param types that the client wants
     * @param resume where it left off; null for a client that is new
     * @param overlap how far back a stream begins that has no position, or whose position is lost: longer than the
     *     archive takes to store what is already on the channels, so that list and stream together miss nothing
     */
    public Subscription(
            LiveRing ring, Set<LiveType> types, @Nullable Cursor resume, Duration overlap, InstantSource clock) {
        this.ring = ring;
        this.types = Set.copyOf(types);
        this.cursor = resume;
        this.overlap = overlap;
        this.clock = clock;
    }

    /**
     * What to send next, at most that many frames; empty where there is nothing now. A {@link Frame.Reset} comes first
     * where the client missed events that are no longer here.
     */
    public List<Frame> next(int most) {
        // one look at the ring as it is now: the reader must not clear it half way
        synchronized (ring) {
            return ring.filled() ? look(most) : List.of();
        }
    }

    private List<Frame> look(int most) {
        var frames = new ArrayList<Frame>();
        if (cursor == null) {
            frames.add(new Frame.At(rewind()));
        } else if (!ring.covers(cursor, types)) {
            frames.add(new Frame.Reset(rewind()));
        }
        var at = cursor;
        while (frames.size() < most) {
            var batch = ring.from(number, most - frames.size());
            if (batch.isEmpty()) {
                // also over offsets that are no events, such as the markers of transactions
                at = ring.head();
                break;
            }
            for (var numbered : batch) {
                number = numbered.number() + 1;
                var event = numbered.event();
                if (event.offset() >= at.at(event.slot())) {
                    at = at.with(event.slot(), event.offset() + 1);
                    if (types.contains(event.slot().type())) {
                        frames.add(new Frame.Event(event, at));
                    }
                }
            }
        }
        cursor = at;
        return frames;
    }

    /** Where the client stands, for the heartbeat; null while that is not known. */
    public @Nullable Cursor cursor() {
        return cursor;
    }

    private Cursor rewind() {
        cursor = ring.since(clock.instant().minus(overlap));
        number = 0;
        return cursor;
    }
}
