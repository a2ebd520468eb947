package dev.tocsin.alerts.burst;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;

/** Articles in spans of one length, numbered since 1970: those spans alone that have any. Never changed, but copied. */
final class Counts {
    static final Counts NONE = new Counts(new int[0], new int[0]);

    /** Ascending. */
    private final int[] spans;

    private final int[] counts;

    private Counts(int[] spans, int[] counts) {
        this.spans = spans;
        this.counts = counts;
    }

    /** Reads what {@link #coded} wrote. */
    @JsonCreator
    static Counts of(int[] coded) {
        var spans = new int[coded.length / 2];
        var counts = new int[spans.length];
        int at = 0;
        for (int i = 0; i < spans.length; i++) {
            at += coded[i * 2];
            spans[i] = at;
            counts[i] = coded[i * 2 + 1];
        }
        return new Counts(spans, counts);
    }

    /** Of each span its distance to the one before, and its count: half as long as written out. */
    @JsonValue
    int[] coded() {
        var coded = new int[spans.length * 2];
        for (int i = 0; i < spans.length; i++) {
            coded[i * 2] = i == 0 ? spans[i] : spans[i] - spans[i - 1];
            coded[i * 2 + 1] = counts[i];
        }
        return coded;
    }

    /** With one more article. */
    Counts plus(int span) {
        int at = Arrays.binarySearch(spans, span);
        if (at >= 0) {
            var more = counts.clone();
            more[at]++;
            return new Counts(spans, more);
        }
        int gap = -at - 1;
        return new Counts(inserted(spans, gap, span), inserted(counts, gap, 1));
    }

    private static int[] inserted(int[] into, int at, int value) {
        var longer = new int[into.length + 1];
        System.arraycopy(into, 0, longer, 0, at);
        longer[at] = value;
        System.arraycopy(into, at, longer, at + 1, into.length - at);
        return longer;
    }

    /** Without what is before a span. */
    Counts from(int first) {
        int at = place(first);
        return at == 0
                ? this
                : new Counts(
                        Arrays.copyOfRange(spans, at, spans.length), Arrays.copyOfRange(counts, at, counts.length));
    }

    /** The latest spans alone; by number, so that one from the future puts none out of mind but the oldest. */
    Counts latest(int most) {
        return spans.length <= most ? this : from(spans[spans.length - most]);
    }

    /** The articles from one span to another, both included. */
    int sum(int from, int to) {
        int sum = 0;
        for (int i = place(from); i < spans.length && spans[i] <= to; i++) {
            sum += counts[i];
        }
        return sum;
    }

    /** The last span that has any; the least number where none has. */
    int last() {
        return spans.length == 0 ? Integer.MIN_VALUE : spans[spans.length - 1];
    }

    private int place(int span) {
        int at = Arrays.binarySearch(spans, span);
        return at >= 0 ? at : -at - 1;
    }
}
