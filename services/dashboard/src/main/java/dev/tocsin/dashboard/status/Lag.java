package dev.tocsin.dashboard.status;

import dev.tocsin.contracts.Channel;
import java.util.Set;

/** How many messages of a partition wait for a reader. */
public final class Lag {
    /** Written in transactions, each of which ends with a marker that is no message and takes an offset. */
    private static final Set<Channel> TRANSACTIONAL = Set.of(Channel.STORIES, Channel.ALERTS, Channel.DEAD_LETTERS);

    private Lag() {}

    /**
     * Messages that wait.
     *
     * @param begin the first offset that the broker still holds
     * @param end one past the last that readers may see
     * @param committed the offset that the reader goes on from
     */
    public static long of(Channel channel, long begin, long end, long committed) {
        long waiting = Math.max(0, end - Math.max(begin, committed));
        return waiting == 1 && TRANSACTIONAL.contains(channel) ? 0 : waiting;
    }
}
