package dev.tocsin.ingest.charset;

import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Finds the encoding in which bytes look most like text: each candidate reads a sample, and its profile says how
 * likely the letters and their neighbours are.
 */
final class Sniffer {
    /** Bytes looked at, of those that are no markup: some ten paragraphs decide as well as a whole book. */
    private static final int SAMPLE = 16_384;

    /** What a declaration is worth against the bytes, in likelihood of a letter. */
    private static final double NAMED = 0.3;

    /** By how much another reading must be likelier before a declaration that could be right is overruled. */
    private static final double MARGIN = 1.5;

    private Sniffer() {}

    /** @param named what the document says, which is a hint where nothing contradicts it */
    static Encoding best(byte[] bytes, int from, @Nullable Encoding named) {
        var sample = sample(bytes, from);
        return Profiles.ALL.stream()
                .max(Comparator.comparingDouble(
                        p -> p.likelihood(sample) + (p.encoding().name().equals(nameOf(named)) ? NAMED : 0)))
                .orElseThrow()
                .encoding();
    }

    /** Whether the bytes are clearly text in another encoding; few bytes are never clear. */
    static boolean contradicts(byte[] bytes, Encoding named) {
        var sample = sample(bytes, 0);
        int beyondAscii = 0;
        for (byte b : sample) {
            beyondAscii += b < 0 ? 1 : 0;
        }
        if (beyondAscii < 12) {
            return false;
        }
        double own = likelihood(sample, named);
        return Profiles.ALL.stream()
                        .mapToDouble(p -> p.likelihood(sample))
                        .max()
                        .orElse(0)
                > own + MARGIN;
    }

    private static double likelihood(byte[] sample, Encoding encoding) {
        return Profiles.ALL.stream()
                .filter(p -> p.encoding().name().equals(encoding.name()))
                .mapToDouble(p -> p.likelihood(sample))
                .max()
                .orElse(0);
    }

    private static String nameOf(@Nullable Encoding encoding) {
        return encoding == null ? "" : encoding.name();
    }

    /** The words with a byte beyond ASCII in them, with a blank for what lies between. */
    private static byte[] sample(byte[] bytes, int from) {
        var out = new ByteArrayOutputStream(SAMPLE);
        int i = from;
        while (i < bytes.length && out.size() < SAMPLE) {
            if (bytes[i] >= 0 && bytes[i] != 0x1B) {
                i++;
                continue;
            }
            int start = i;
            while (start > from && isLetter(bytes[start - 1])) {
                start--;
            }
            int end = i;
            while (end < bytes.length && end - i < SAMPLE && isWord(bytes[end])) {
                end++;
            }
            out.write(bytes, start, Math.min(end, start + SAMPLE) - start);
            out.write(' ');
            i = Math.max(end, i + 1);
        }
        return out.toByteArray();
    }

    private static boolean isWord(byte b) {
        return b < 0 || b > ' ' && b != '<' || b == 0x1B;
    }

    private static boolean isLetter(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z';
    }
}
