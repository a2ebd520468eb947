package dev.tocsin.language.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    private static final Spelling BUILT_IN = SpellingFile.read();

    /** Invented language "aa" knows a, b and ab; "bb" knows a only. */
    private static byte[] small() throws IOException {
        var costs = new TreeMap<Integer, byte[][]>(Integer::compareUnsigned);
        costs.put(key("a"), new byte[][] {{0, 20}, {1, 40}});
        costs.put(key("b"), new byte[][] {{0, 60}});
        costs.put(key("ab"), new byte[][] {{0, 10}});
        var keys = costs.keySet().stream().mapToInt(k -> k).toArray();
        var counts = costs.values().stream().mapToInt(c -> c.length).toArray();
        var languages = new byte[4];
        var bytes = new byte[4];
        int at = 0;
        for (var entries : costs.values()) {
            for (var entry : entries) {
                languages[at] = entry[0];
                bytes[at++] = entry[1];
            }
        }
        var out = new ByteArrayOutputStream();
        SpellingFile.write(List.of("aa", "bb"), keys, counts, languages, bytes, out);
        return out.toByteArray();
    }

    private static int key(String sequence) {
        return Spelling.key(sequence.toCharArray(), 0, sequence.length());
    }

    private static Spelling.Sums sums(Spelling spelling, String text) {
        return spelling.of((" " + text + " ").toCharArray(), 0, text.length() + 2);
    }

    @Test
    void countsALetterByTheLongestSequenceThatTheLanguageKnows() throws IOException {
        var spelling = SpellingFile.read(new ByteArrayInputStream(small()));

        var ab = sums(spelling, "ab");
        assertThat(spelling.codes()).containsExactly("aa", "bb");
        assertThat(ab.letters()).isEqualTo(2);
        assertThat(ab.sums()[0]).isCloseTo(-1 - 0.5, within(1e-9));
        assertThat(ab.sums()[1]).isCloseTo(-2 - (Spelling.UNKNOWN + 2 * Spelling.BACKOFF), within(1e-9));
    }

    @Test
    void startsAnewWithEachWord() throws IOException {
        var spelling = SpellingFile.read(new ByteArrayInputStream(small()));

        assertThat(sums(spelling, "a b").sums()[0]).isCloseTo(-1 - 3, within(1e-9));
    }

    @Test
    void saysNothingOfALongPiece() {
        var said = sums(BUILT_IN, "parola ".repeat(40));

        assertThat(said.letters()).isZero();
        assertThat(said.sums()).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({"it,es,stravaganza", "da,nb,unødvendighed", "nb,da,likegyldighet", "ru,bg,выносливый", "cs,sk,přestávka"
    })
    void findsAWordLikelierInItsOwnLanguage(String own, String neighbour, String word) {
        var sums = sums(BUILT_IN, word).sums();

        assertThat(sums[BUILT_IN.codes().indexOf(own)])
                .isGreaterThan(sums[BUILT_IN.codes().indexOf(neighbour)] + 3);
    }

    @Test
    void refusesAFileOfAnotherKind() throws IOException {
        var other = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(other)) {
            out.write(new byte[100]);
        }

        assertThatThrownBy(() -> SpellingFile.read(new ByteArrayInputStream(other.toByteArray())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("spelling");
    }
}
