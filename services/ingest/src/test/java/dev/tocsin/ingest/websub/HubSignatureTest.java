package dev.tocsin.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HubSignatureTest {
    /** The vectors of RFC 2202 and RFC 4231: key "Jefe", data "what do ya want for nothing?". */
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

    private static final String KEY = "Jefe";
    private static final String SHA256 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
                "sha256=" + SHA256,
                "SHA256=" + SHA256,
                "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e"
                        + "8e2240ca5e69e2c78b3239ecfab21649",
                "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fd"
                        + "caeab1a34d4a6b4b636e070a38bce737"
            })
    void provesItsHub(String header) {
        assertThat(HubSignature.proves(header, BODY, KEY)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "sha256", "sha256=", "sha256=zz", "md5=00", "sha1=" + SHA256, SHA256, "sha256=00" + SHA256})
    void provesNothing_whenItIsNotAsAgreed(String header) {
        assertThat(HubSignature.proves(header, BODY, KEY)).isFalse();
    }

    @Test
    void provesNothing_whenBodyOrSecretDiffer() {
        assertThat(HubSignature.proves("sha256=" + SHA256, new byte[] {1}, KEY)).isFalse();
        assertThat(HubSignature.proves("sha256=" + SHA256, BODY, "other")).isFalse();
        assertThat(HubSignature.proves(null, BODY, KEY)).isFalse();
    }
}
