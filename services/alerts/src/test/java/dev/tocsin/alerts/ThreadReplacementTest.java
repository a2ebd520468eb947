package dev.tocsin.alerts;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ThreadReplacementTest {
    private static final RuntimeException FAILURE = new IllegalStateException("disk full");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
    private final ThreadReplacement replacement = new ThreadReplacement(2, Duration.ofMinutes(10), now::get);

    @Test
    void stops_whenThreadsKeepFailing() {
        assertThat(replacement.handle(FAILURE)).isEqualTo(REPLACE_THREAD);
        assertThat(replacement.handle(FAILURE)).isEqualTo(REPLACE_THREAD);
        assertThat(replacement.handle(FAILURE)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void goesOn_whenFailuresAreRare() {
        for (int i = 0; i < 5; i++) {
            now.updateAndGet(t -> t.plus(Duration.ofMinutes(6)));
            assertThat(replacement.handle(FAILURE)).isEqualTo(REPLACE_THREAD);
        }
    }
}
