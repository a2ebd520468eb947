package dev.tocsin.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.notify.delivery.Outcome.Delivered;
import dev.tocsin.notify.delivery.Outcome.Refused;
import dev.tocsin.notify.delivery.Outcome.Retryable;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
    private static final Instant NOW = Instant.parse("2022-01-06T20:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204, 299})
    void isDelivered_whenTheReceiverAccepts(int status) {
        assertThat(Outcome.of(status, null, NOW)).isEqualTo(new Delivered(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 429, 500, 502, 503, 504, 599})
    void isRetryable_whenTheTroubleMayPass(int status) {
        assertThat(Outcome.of(status, null, NOW)).isEqualTo(new Retryable(status, "answered " + status, null));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 410, 413, 422})
    void isRefused_whenARepetitionCannotHelp(int status) {
        assertThat(Outcome.of(status, "5", NOW)).isEqualTo(new Refused(status, "answered " + status));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void saysHowToMendIt_whenTheReceiverRedirects(int status) {
        assertThat(Outcome.of(status, null, NOW)).isInstanceOfSatisfying(Refused.class, o -> assertThat(o.reason())
                .contains("final URL"));
    }

    @ParameterizedTest
    @CsvSource({
        "120, PT2M",
        "0, PT0S",
        "'Thu, 06 Jan 2022 20:01:30 GMT', PT1M30S",
        "'Thu, 06 Jan 2022 19:00:00 GMT', PT0S",
    })
    void hearsWhenToComeBack(String header, Duration wait) {
        assertThat(Outcome.of(503, header, NOW)).isEqualTo(new Retryable(503, "answered 503", wait));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-5", "1.5", "99999999999999999999", "Thu, 99 Jan 2022 20:01:30 GMT"})
    void goesByItsOwnSchedule_whenRetryAfterIsNonsense(String header) {
        assertThat(Outcome.of(429, header, NOW)).isEqualTo(new Retryable(429, "answered 429", null));
    }

    @Test
    void keepsStatusAndReason_inTheRecordOfAnAttempt() {
        assertThat(Attempt.of(NOW, new Delivered(204), 12)).isEqualTo(new Attempt(NOW, 204, null, 12));
        assertThat(Attempt.of(NOW, new Retryable(null, "no answer within PT10S", null), 10_000))
                .isEqualTo(new Attempt(NOW, null, "no answer within PT10S", 10_000));
        assertThat(Attempt.of(NOW, new Refused(410, "answered 410"), 3))
                .isEqualTo(new Attempt(NOW, 410, "answered 410", 3));
    }
}
