package dev.tocsin.archive;

import dev.tocsin.archive.intake.Reading;
import dev.tocsin.archive.intake.Reading.Readable;
import dev.tocsin.archive.intake.Reading.Unreadable;
import dev.tocsin.archive.intake.Retry;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.trace.Spans;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Takes a batch of messages into the store. When it returns, each of them is safe: in the store, or among the dead
 * letters. When it throws, none may be acknowledged.
 */
@Singleton
final class Intake {
    private final Retry retry;
    private final DeadLetters deadLetters;
    private final Measures measures;
    private final Spans spans;

    Intake(Retry retry, DeadLetters deadLetters, Measures measures, Spans spans) {
        this.retry = retry;
        this.deadLetters = deadLetters;
        this.measures = measures;
        this.spans = spans;
    }

    <T> void take(
            Channel channel,
            Class<T> type,
            List<ConsumerRecord<String, byte[]>> batch,
            Function<List<T>, List<Rejection>> save) {
        var begun = spans.now();
        var messages = new ArrayList<T>();
        var carriers = new ArrayList<ConsumerRecord<String, byte[]>>();
        var failures = new ArrayList<DeadLetters.Failed>();
        for (var carrier : batch) {
            switch (Reading.of(carrier.value(), type)) {
                case Readable<T>(var message) -> {
                    messages.add(message);
                    carriers.add(carrier);
                }
                case Unreadable<T>(var reason) ->
                    failures.add(new DeadLetters.Failed(carrier, Measures.Cause.UNREADABLE, reason));
            }
        }
        measures.batch(channel, batch.size());
        var rejections = measures.timed(channel, () -> retry.call(() -> save.apply(messages)));
        for (var rejection : rejections) {
            failures.add(new DeadLetters.Failed(
                    carriers.get(rejection.index()), Measures.Cause.UNSTORABLE, rejection.reason()));
        }
        deadLetters.send(channel, failures);
        measures.archived(channel, messages.size() - rejections.size());
        if (spans.isOn()) {
            carriers.forEach(carrier -> tell(channel, carrier, begun, carriers.size()));
        }
    }

    /** Each message's step takes as long as its batch. */
    private void tell(Channel channel, ConsumerRecord<String, byte[]> carrier, Instant begun, int together) {
        spans.tell(
                DeadLetters.trace(carrier),
                "archive",
                begun,
                Map.of(
                        "channel",
                        channel.slug(),
                        "key",
                        String.valueOf(carrier.key()),
                        "batch",
                        String.valueOf(together)));
    }

    /** Does what a message without a value asks for. */
    void forget(Runnable work) {
        retry.call(() -> {
            work.run();
            return true;
        });
    }
}
