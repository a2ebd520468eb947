package dev.tocsin.ingest.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushKeysTest {
    @Test
    void knowsTheCallerByTheKey_inEitherHeader() {
        var keys =
                new PushKeys(List.of("wire:a-key-of-the-wire-1", "desk: a-key-of-the-desk-2 "), PushKeys.Open.ANYBODY);
        assertThat(keys.caller("Bearer a-key-of-the-wire-1", null, false)).contains("wire");
        assertThat(keys.caller("bearer  a-key-of-the-desk-2", null, false)).contains("desk");
        assertThat(keys.caller(null, "a-key-of-the-desk-2", false)).contains("desk");
        assertThat(keys.caller("Basic YTpi", null, true)).isEmpty();
        assertThat(keys.caller("Bearer a-key-of-the-wire-2", null, true)).isEmpty();
        assertThat(keys.caller(null, null, true)).isEmpty();
        assertThat(keys.caller(null, "", true)).isEmpty();
    }

    @Test
    void takesAHashInThePlaceOfTheKey() throws Exception {
        var digest =
                MessageDigest.getInstance("SHA-256").digest("correct horse battery".getBytes(StandardCharsets.UTF_8));
        var hash = HexFormat.of().formatHex(digest);
        var keys = new PushKeys(List.of("wire:sha256:" + hash), PushKeys.Open.NOBODY);
        assertThat(keys.caller(null, "correct horse battery", false)).contains("wire");
        assertThat(keys.caller(null, hash, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LOOPBACK, true, true", "LOOPBACK, false, false", "ANYBODY, false, true", "NOBODY, true, false"})
    void isOpenAsConfigured_whileThereAreNoKeys(PushKeys.Open open, boolean loopback, boolean allowed) {
        assertThat(new PushKeys(List.of(), open).caller(null, null, loopback).isPresent())
                .isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "a-key-without-a-name, without a name",
        "two words:a-key-of-the-wire-1, without a name",
        "wire:short, fewer than 16 characters",
        "wire:sha256:abc, 64 hexadecimal digits"
    })
    void refusesAKeyThatIsWrong_withoutRepeatingIt(String key, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PushKeys(List.of(key), PushKeys.Open.NOBODY))
                .withMessageContaining("'tocsin.ingest.push.keys'")
                .withMessageContaining(reason)
                .withMessageNotContaining("short")
                .withMessageNotContaining("a-key");
    }

    @Test
    void refusesANameThatIsThereTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PushKeys(
                        List.of("wire:a-key-of-the-wire-1", "wire:a-key-of-the-wire-2"), PushKeys.Open.NOBODY))
                .withMessageContaining("'wire' twice");
    }
}
