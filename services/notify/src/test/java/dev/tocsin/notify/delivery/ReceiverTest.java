package dev.tocsin.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
    private static final String SECRET = "correct-horse-battery-staple-0001";
    private static final String URL = "https://hooks.desk.example/tocsin?room=4";

    @Test
    void wantsEveryTopic_whenNoneIsNamed() {
        assertThat(Receiver.of("desk", URL, SECRET, Set.of()).wants("protests")).isTrue();
    }

    @Test
    void wantsTheTopicsItNames() {
        var receiver = Receiver.of("desk", URL, SECRET, Set.of("protests"));

        assertThat(receiver.wants("protests")).isTrue();
        assertThat(receiver.wants("csto-deployment")).isFalse();
    }

    @Test
    void neverShowsItsSecret() {
        assertThat(Receiver.of("desk", URL, SECRET, Set.of()))
                .hasToString("desk (https://hooks.desk.example)")
                .asString()
                .doesNotContain(SECRET, "room");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hooks.desk.example/tocsin         | must start with https:// or http://",
                "ftp://hooks.desk.example/         | must start with https:// or http://",
                "https:///tocsin                   | names no host",
                "http://127.1/                     | names no host",
                "https://me:pw@hooks.desk.example/ | must hold no user, password",
                "https://hooks.desk.example/#here  | must hold no user, password or #fragment",
                "https://hooks desk.example/       | is not a URL",
                "''                                | must start with https:// or http://",
            })
    void saysWhatIsWrongWithAUrl(String url, String reason) {
        assertThatThrownBy(() -> Receiver.of("desk", url, SECRET, Set.of()))
                .hasMessageStartingWith("tocsin.notify.webhooks.desk.url ")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAShortSecret_withoutRepeatingIt() {
        assertThatThrownBy(() -> Receiver.of("desk", URL, "hunter2", Set.of()))
                .hasMessageStartingWith("tocsin.notify.webhooks.desk.secret has 7 characters")
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Desk", "desk one", "-desk", "a23456789012345678901234567890123", "desk:1"})
    void refusesANameThatIsNoId(String id) {
        assertThatThrownBy(() -> Receiver.of(id, URL, SECRET, Set.of())).hasMessageContaining("the name '" + id + "'");
    }
}
