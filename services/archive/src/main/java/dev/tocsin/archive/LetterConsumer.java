package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.archive.intake.Retry;
import dev.tocsin.archive.letters.Letter;
import dev.tocsin.archive.letters.Obstacle;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the dead letters of all services, so that people can decide on them. One that cannot be read is kept as its own
 * letter and is never sent on: that would be a letter about a letter for ever.
 */
@Singleton
final class LetterConsumer {
    private static final int ID_BYTES = 16;

    private final LetterCollection letters;
    private final Retry retry;
    private final Pace pace;
    private final ArchiveConfig config;
    private final String prefix;
    private final InstantSource clock;
    private volatile Instant swept = Instant.MIN;

    LetterConsumer(
            LetterCollection letters,
            Retry retry,
            Pace pace,
            ArchiveConfig config,
            @ConfigProperty(name = "tocsin.channel-prefix", defaultValue = Channel.DEFAULT_PREFIX) String prefix,
            InstantSource clock) {
        this.letters = letters;
        this.retry = retry;
        this.pace = pace;
        this.config = config;
        this.prefix = prefix;
        this.clock = clock;
    }

    @Incoming("letters")
    @RunOnVirtualThread
    void letters(ConsumerRecords<String, byte[]> batch) {
        var arrived = new ArrayList<Letter>();
        batch.forEach(message -> arrived.add(letter(message)));
        retry.call(() -> {
            letters.save(arrived);
            sweep();
            return true;
        });
        pace.count(Channel.DEAD_LETTERS, arrived.size());
    }

    private Letter letter(ConsumerRecord<String, byte[]> message) {
        var subject = header(message, "ce_subject");
        DeadLetter letter;
        try {
            if (message.value() == null) {
                throw new UnreadableMessageException("has no value");
            }
            letter = Json.read(message.value(), DeadLetter.class);
        } catch (UnreadableMessageException e) {
            Log.warnf(
                    "unreadable dead letter channel=%s partition=%d offset=%d",
                    message.topic(), message.partition(), message.offset());
            letter = DeadLetter.of(
                    "archive",
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.key(),
                    message.value(),
                    "is no dead letter: it " + e.getMessage(),
                    clock.instant());
        }
        return Letter.arrived(id(message), letter, Obstacle.of(letter, subject, prefix));
    }

    /** Its envelope's source and id, which a redelivery repeats; its place where it has none. */
    private static String id(ConsumerRecord<String, byte[]> message) {
        var source = header(message, "ce_source");
        var event = header(message, "ce_id");
        var name = source != null && event != null
                ? source + " " + event
                : message.topic() + " " + message.partition() + " " + message.offset();
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ID_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    /** Once an hour at most. */
    private void sweep() {
        var now = clock.instant();
        if (swept.isBefore(now.minus(java.time.Duration.ofHours(1)))) {
            swept = now;
            long deleted = letters.deleteBefore(now.minus(config.deadLettersKept()));
            if (deleted > 0) {
                Log.infof("dead letters forgotten count=%d", deleted);
            }
        }
    }
}
