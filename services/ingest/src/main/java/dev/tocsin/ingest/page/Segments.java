package dev.tocsin.ingest.page;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** A page cut into blocks, in document order, with the regions that hold them, parents first. */
record Segments(List<Block> blocks, List<Region> regions) {
    int size() {
        return blocks.size();
    }

    /** Running sums: {@code sums[end] - sums[first]} is the sum over a range. */
    double[] sums(ToDoubleFunction<Block> value) {
        var sums = new double[blocks.size() + 1];
        for (int i = 0; i < blocks.size(); i++) {
            sums[i + 1] = sums[i] + value.applyAsDouble(blocks.get(i));
        }
        return sums;
    }
}
