package dev.tocsin.alerts.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How many: a number, or a range that may be open.
 *
 * @param low the least; null for "up to"
 * @param high the most; null for "at least"
 */
public record Amount(@Nullable Long low, @Nullable Long high) {
    private static final double ROUNDING = 0.05;

    /** Whether a number can be both. "More than 2,000" and 2,500 can. */
    public boolean agreesWith(Amount other) {
        return !isAbove(low, other.high) && !isAbove(other.low, high);
    }

    /** Whether both speak of one number: who denies 164 denies "at least 164" too. */
    boolean isOf(Amount other) {
        return same(low, other.low) || same(high, other.high) || same(low, other.high) || same(high, other.low);
    }

    /** Whether it is "thousands" or "some 4,000" to the other's 3,811. */
    boolean isRoughly(Amount other) {
        boolean open = high == null && low != null && other.size() >= low;
        return open || Math.abs(size() - other.size()) <= other.size() * ROUNDING;
    }

    /** Whether it says less than another that it agrees with, as "more than 2,000" says less than 2,500. */
    boolean isVaguerThan(Amount other) {
        return agreesWith(other) && !isExact() && other.isExact();
    }

    private boolean isExact() {
        return low != null && low.equals(high);
    }

    /** Whether it is more, by what is known of both. */
    public boolean isMoreThan(Amount other) {
        return size() > other.size();
    }

    String key() {
        return low + ".." + high;
    }

    private long size() {
        return low != null ? low : high != null ? high : 0;
    }

    private static boolean isAbove(@Nullable Long least, @Nullable Long most) {
        return least != null && most != null && least > most;
    }

    private static boolean same(@Nullable Long one, @Nullable Long other) {
        return one != null && one.equals(other);
    }
}
