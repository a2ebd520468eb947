package dev.tocsin.archive;

import dev.tocsin.archive.pace.Stage;
import dev.tocsin.contracts.Channel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the archive measures of itself. */
@Singleton
final class Measures {
    /** Why a message became a dead letter. */
    enum Cause {
        /** Its bytes are not the message of its channel. */
        UNREADABLE,
        /** It can be read, but no store takes it. */
        UNSTORABLE
    }

    private static final Duration[] BUCKETS = Stream.of(
                    50, 100, 250, 500, 1_000, 2_500, 5_000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;

    /** Dead letters are counted from nought, so that whoever watches sees the first one come. */
    Measures(MeterRegistry registry) {
        this.registry = registry;
        deadLetters(Channel.ARTICLES_CLASSIFIED, Cause.UNREADABLE);
    }

    /** {@code tocsin_stage_seconds}: how long articles and first alerts took from one stage to the next. */
    void took(Stage stage, Duration span) {
        Timer.builder("tocsin.stage")
                .tag("stage", stage.word())
                .serviceLevelObjectives(BUCKETS)
                .register(registry)
                // a source's clock may be ahead of ours
                .record(span.isNegative() ? Duration.ZERO : span);
    }

    /** {@code tocsin_archive_batch_size}: messages in a batch, by channel. */
    void batch(Channel channel, int size) {
        DistributionSummary.builder("tocsin.archive.batch.size")
                .tag("channel", channel.slug())
                .register(registry)
                .record(size);
    }

    /** {@code tocsin_archive_write_seconds}: time to store a batch, waiting for the store included, by channel. */
    <T> T timed(Channel channel, Supplier<T> write) {
        return Timer.builder("tocsin.archive.write")
                .tag("channel", channel.slug())
                .register(registry)
                .record(write);
    }

    /** {@code tocsin_archived_total}: messages that are safe in the store, redelivered ones included, by channel. */
    void archived(Channel channel, int messages) {
        registry.counter("tocsin.archived", "channel", channel.slug()).increment(messages);
    }

    /** {@code tocsin_dead_letters_total}, by channel and reason. */
    void deadLetter(Channel channel, Cause cause) {
        deadLetters(channel, cause).increment();
    }

    private Counter deadLetters(Channel channel, Cause cause) {
        return registry.counter(
                "tocsin.dead.letters",
                "channel",
                channel.slug(),
                "reason",
                cause.name().toLowerCase(Locale.ROOT));
    }
}
