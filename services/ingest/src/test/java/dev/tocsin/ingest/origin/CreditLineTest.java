package dev.tocsin.ingest.origin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CreditLineTest {
    static final List<String> LINES = lines();

    private static final CreditLine CREDITS = new CreditLine(OriginTable.builtIn());

    @ParameterizedTest
    @FieldSource("LINES")
    void tellsACreditFromAQuotation(String line) {
        var parts = line.split("\\|", 3);
        var words = parts[2].replace("\\n", "\n");
        var credit = parts[1].equals("a") ? CREDITS.in("", words) : CREDITS.in(words, null);
        assertThat(credit.orElse("-")).as(line).isEqualTo(parts[0]);
    }

    @Test
    void looksOnlyAtBothEndsOfALongText() {
        var middle = "Dockers walked out on Thursday.\n".repeat(100) + "VALDORO (Reuters) - Dockers.\n"
                + "Dockers walked out on Thursday.\n".repeat(100);
        assertThat(CREDITS.in(middle, null)).isEmpty();
        assertThat(CREDITS.in(middle + "(ANSA)", null)).contains("ANSA");
    }

    @Test
    void isQuick_whenTheTextIsHostile() {
        var brackets = "(".repeat(100_000);
        assertThat(CREDITS.in(brackets, null)).isEmpty();
        assertThat(CREDITS.in("A, ".repeat(50_000) + " - ".repeat(50_000), " ,".repeat(1_000)))
                .isEmpty();
    }

    private static List<String> lines() {
        try (var in = CreditLineTest.class.getResourceAsStream("/credits/credit-lines.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
