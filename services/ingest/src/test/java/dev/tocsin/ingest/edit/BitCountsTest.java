package dev.tocsin.ingest.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitCountsTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 254, 255, 256, 1_000})
    void findsTheBitsOfTheMajority_asCountingOneByOneDoes(int numbers) {
        var random = new Random(numbers);
        var counts = new BitCounts();
        var slow = new int[Long.SIZE];
        for (int i = 0; i < numbers; i++) {
            long number = random.nextLong();
            counts.add(number);
            for (int bit = 0; bit < Long.SIZE; bit++) {
                slow[bit] += (number >>> bit & 1) == 0 ? -1 : 1;
            }
        }
        long expected = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            expected |= slow[bit] > 0 ? 1L << bit : 0;
        }
        assertThat(counts.majority()).isEqualTo(expected);
    }
}
