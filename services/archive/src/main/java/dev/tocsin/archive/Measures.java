package dev.tocsin.archive;

import dev.tocsin.contracts.Channel;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.function.Supplier;

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

    private final MeterRegistry registry;

    Measures(MeterRegistry registry) {
        this.registry = registry;
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
        registry.counter(
                        "tocsin.dead.letters",
                        "channel",
                        channel.slug(),
                        "reason",
                        cause.name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
