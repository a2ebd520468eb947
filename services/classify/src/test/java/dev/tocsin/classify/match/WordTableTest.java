package dev.tocsin.classify.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WordTableTest {
    private final WordTable<Object, Integer> table = new WordTable<>();
    private final Object owner = new Object();

    @Test
    void findsAWordInAText_forItsOwnerOnly() {
        table.put(owner, "protest", 7);
        assertThat(table.get(owner, "a protest, again", 2, 9)).isEqualTo(7);
        assertThat(table.get(owner, "a protest, again", 2, 10)).isNull();
        assertThat(get(new Object(), "protest")).isNull();
    }

    @Test
    void keepsManyWords_andTheNewestOfTooMany() {
        IntStream.range(0, 10_000).forEach(i -> table.put(owner, "w" + i, i));
        assertThat(IntStream.range(0, 10_000).filter(i -> Integer.valueOf(i).equals(get(owner, "w" + i))))
                .hasSizeGreaterThan(9_900);
        IntStream.range(0, 500_000).forEach(i -> {
            table.put(owner, "x" + i, i);
            assertThat(get(owner, "x" + i)).isEqualTo(i);
        });
    }

    private @Nullable Integer get(Object of, String word) {
        return table.get(of, word, 0, word.length());
    }
}
