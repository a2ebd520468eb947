package dev.tocsin.alerts;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.TraceParent;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts messages in their CloudEvents envelope. Their Kafka timestamp is when they were made: with an event time of years
 * ago, retention would delete an alert as it is written.
 *
 * @param trace of the message that caused these
 */
record Envelope(Instant now, TraceParent trace) {
    static final String SERVICE = "alerts";

    /** For what the message with these headers causes. */
    static Envelope continuing(Headers cause, Instant now) {
        var header = cause.lastHeader(CloudEvent.TRACE_PARENT);
        var value = header == null || header.value() == null ? null : new String(header.value(), UTF_8);
        return new Envelope(now, TraceParent.continuing(value));
    }

    /** For what time itself causes. */
    static Envelope starting(Instant now) {
        return new Envelope(now, TraceParent.start());
    }

    /** For what is a step of its own: the alert that a story's article rings. */
    Envelope next() {
        return new Envelope(now, trace.parent() == null ? trace : trace.next());
    }

    Record<String, Object> of(Story story) {
        return record(Channel.STORIES, story.id(), story.id(), story.revision(), story);
    }

    Record<String, Object> of(Alert alert) {
        return record(Channel.ALERTS, alert.story(), alert.story(), alert.revision(), alert);
    }

    Record<String, Object> of(DeadLetter letter) {
        return record(Channel.DEAD_LETTERS, letter.key(), letter.position(), 1, letter);
    }

    private Record<String, Object> record(
            Channel channel, @Nullable String key, String subject, long revision, Object value) {
        var headers = new RecordHeaders();
        CloudEvent.of(channel, SERVICE, subject, revision, now, trace)
                .headers()
                .forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        return new Record<>(key, value, now.toEpochMilli(), headers);
    }
}
