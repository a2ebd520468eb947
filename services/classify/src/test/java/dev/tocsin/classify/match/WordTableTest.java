package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordTableTest {
    private static final int OWNER = 3;

    private final WordTable table = new WordTable();

    @Test
    void findsAWordInAText_forItsOwnerOnly() {
        put("protest", 7);
        assertThat(value(table.get(OWNER, "a protest, again", 2, 9))).isEqualTo(7);
        assertThat(table.get(OWNER, "a protest, again", 2, 10)).isNull();
        assertThat(table.get(OWNER + 1, "protest", 0, 7)).isNull();
        assertThat(table.get(OWNER, "protset", 0, 7)).isNull();
    }

    @Test
    void keepsManyWords_andTheNewestOfTooMany() {
        IntStream.range(0, 10_000).forEach(i -> put("w" + i, i));
        assertThat(IntStream.range(0, 10_000).filter(i -> Integer.valueOf(i).equals(get("w" + i))))
                .hasSizeGreaterThan(9_900);
        IntStream.range(0, 500_000).forEach(i -> {
            put("x" + i, i);
            assertThat(get("x" + i)).isEqualTo(i);
        });
    }

    private void put(String word, int value) {
        table.put(table.entry(OWNER, word, value));
    }

    private @Nullable Integer get(String word) {
        return value(table.get(OWNER, word, 0, word.length()));
    }

    private static @Nullable Integer value(int @Nullable [] entry) {
        return entry == null ? null : entry[WordTable.VALUE];
    }
}
