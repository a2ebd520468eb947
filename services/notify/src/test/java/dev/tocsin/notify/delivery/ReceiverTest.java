package dev.tocsin.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverTest {
    private static final String SECRET = "correct-horse-battery-staple-0001";
    private static final String URL = "https://hooks.desk.example/tocsin?room=4";

    @Test
    void neverShowsItsSecret_orItsPath() {
        assertThat(List.of(
                        new Receiver.Webhook("desk", URI.create(URL), SECRET),
                        new Receiver.Chat("desk", Receiver.Chat.Flavour.SLACK, URI.create(URL)),
                        new Receiver.PagerDuty("desk", URI.create(URL), SECRET),
                        new Receiver.Ntfy("desk", URI.create(URL), "room", SECRET)))
                .allSatisfy(receiver -> assertThat(receiver.toString())
                        .startsWith("desk (" + receiver.type() + " https://hooks.desk.example)")
                        .doesNotContain(SECRET, "room"));
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
        assertThatThrownBy(() -> Receiver.url(url)).hasMessageContaining(reason);
    }

    @Test
    void refusesAShortSecret_withoutRepeatingIt() {
        assertThatThrownBy(() -> new Receiver.Webhook("desk", URI.create(URL), "hunter2"))
                .hasMessageStartingWith("the secret has 7 characters")
                .message()
                .doesNotContain("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Desk", "desk one", "-desk", "a23456789012345678901234567890123", "desk:1"})
    void takesNoSuchId(String id) {
        assertThat(Receiver.ID.matcher(id).matches()).isFalse();
    }
}
