package dev.tocsin.dashboard.live;

/**
 * One partition of one channel: within it the order of messages is fixed, between slots it is not.
 *
 * @param partition 0 or more
 */
public record Slot(LiveType type, int partition) {
    public Slot {
        if (partition < 0 || partition >= Cursor.MAX_PARTITIONS) {
            throw new IllegalArgumentException("partition " + partition + " of " + type.event());
        }
    }
}
