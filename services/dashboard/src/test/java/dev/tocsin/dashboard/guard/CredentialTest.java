package dev.tocsin.dashboard.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CredentialTest {
    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsAKey_inEachOfItsForms() {
        assertThat(Credential.of("Bearer abc", null, null)).isEqualTo(new Credential.Key("abc"));
        assertThat(Credential.of("bearer  abc ", null, null)).isEqualTo(new Credential.Key("abc"));
        assertThat(Credential.of(null, "abc", null)).isEqualTo(new Credential.Key("abc"));
        assertThat(Credential.of(basic("anybody:abc"), null, null)).isEqualTo(new Credential.Key("abc"));
        assertThat(Credential.of(basic("abc"), null, null)).isEqualTo(new Credential.Key("abc"));
    }

    @Test
    void isAKeyThatNobodyKnows_whenItIsMalformed() {
        for (var broken : new String[] {"Digest x", "Basic !!", "Bearer " + "x".repeat(500), "", "Bearer "}) {
            assertThat(Credential.of(broken, null, "token")).isEqualTo(new Credential.Key(""));
        }
    }

    @Test
    void readsASession_whereThereIsNoKey() {
        assertThat(Credential.of(null, null, "token")).isEqualTo(new Credential.Session("token"));
        assertThat(Credential.of(null, null, "")).isEqualTo(new Credential.None());
        assertThat(Credential.of(null, null, null)).isEqualTo(new Credential.None());
    }

    @Test
    void tellsNoSecret_whenItIsPrinted() {
        assertThat(Credential.of("Bearer abc", null, null)).hasToString("Key");
        assertThat(Credential.of(null, null, "abc")).hasToString("Session");
    }
}
