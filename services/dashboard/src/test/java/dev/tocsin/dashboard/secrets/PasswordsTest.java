package dev.tocsin.dashboard.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {
    private static final String KEPT = Passwords.hash("four words are enough");

    @Test
    void knowsAPasswordAgain_andNoOther() {
        assertThat(KEPT).startsWith("$argon2id$v=19$m=9216,t=4,p=1$");
        assertThat(Passwords.match("four words are enough", KEPT)).isTrue();
        assertThat(Passwords.match("four words are enougH", KEPT)).isFalse();
        assertThat(Passwords.match("", KEPT)).isFalse();
        assertThat(Passwords.hash("four words are enough")).isNotEqualTo(KEPT);
    }

    @Test
    void readsWhatOthersWrote() {
        // of the tests of the reference implementation, phc-winner-argon2
        var reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(Passwords.match("password", reference)).isTrue();
        assertThat(Passwords.match("passwore", reference)).isFalse();
    }

    @Test
    void takesALetterForOne_howeverAKeyboardComposesIt() {
        assertThat(Passwords.match("cafe\u0301 cafe\u0301 cafe\u0301", Passwords.hash("caf\u00e9 caf\u00e9 caf\u00e9")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "$2a$12$abcdefghijklmnopqrstuv",
                "$argon2id$v=19$m=999999,t=4,p=1$c29tZXNhbHQxMjM0NTY$c29tZXNhbHQxMjM0NTY3ODkw"
            })
    void matchesNothing_whereWhatIsKeptIsDamaged(String kept) {
        assertThat(Passwords.match("four words are enough", kept)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "short",
                "123456789012",
                "aaaaaaaaaaaaaaa",
                "qwertyuiopas",
                "Password1234!",
                "1 password 2",
                "it is dana! yes"
            })
    void isRefused_whenItIsAmongTheFirstToBeTried(String password) {
        assertThat(PasswordRule.fault(password, "dana")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"four words are enough", "correct-horse-battery", "Четыре слова хватит", "xK9#mQ2$vL7!"})
    void isTaken_whenItIsLongAndNobodysFirst(String password) {
        assertThat(PasswordRule.fault(password, "dana")).isEmpty();
    }
}
