package dev.tocsin.dashboard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    @Test
    void readsTheKeyItWrote_andKeepsOnlyItsHash() {
        var key = ApiKey.fresh();

        assertThat(ApiKey.parse(key.text())).contains(key);
        assertThat(key.text()).matches("tocsin_[a-z2-7]{10}_[a-z2-7]{52}");
        assertThat(key.hash()).matches("[0-9a-f]{64}").doesNotContain(key.secret());
        assertThat(key).hasToString("ApiKey " + key.id());
        assertThat(ApiKey.fresh()).isNotEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tocsin_", "tocsin_abc_def", "tocsin_aaaaaaaaaa_", "TOCSIN_aaaaaaaaaa_b", "{\"$ne\":null}"})
    void isNoKey_whenItIsNotWhole(String text) {
        assertThat(ApiKey.parse(text)).isEmpty();
        assertThat(ApiKey.parse(ApiKey.fresh().text() + text + "x")).isEmpty();
    }

    @Test
    void takesACode_howeverItIsTyped() {
        var code = OneTimeCode.fresh();

        assertThat(code).matches("([0-9a-hjkmnp-tv-z]{5}-){3}[0-9a-hjkmnp-tv-z]{5}");
        assertThat(OneTimeCode.hash(code.toUpperCase().replace("-", " "))).isEqualTo(OneTimeCode.hash(code));
        assertThat(OneTimeCode.hash(code.replace('0', 'O').replace('1', 'l'))).isEqualTo(OneTimeCode.hash(code));
        assertThat(OneTimeCode.hash(OneTimeCode.fresh())).isNotEqualTo(OneTimeCode.hash(code));
        assertThat(OneTimeCode.hash("x".repeat(10_000))).isEqualTo(OneTimeCode.hash(""));
    }

    @Test
    void comparesWholeTexts() {
        assertThat(Token.same("abc", "abc")).isTrue();
        assertThat(Token.same("abc", "abcd")).isFalse();
        assertThat(Token.fresh()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Token.fresh());
    }
}
