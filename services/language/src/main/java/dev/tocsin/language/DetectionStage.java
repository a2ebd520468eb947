package dev.tocsin.language;

import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.trace.Spans;
import dev.tocsin.language.detect.Detector;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Tells the language of each fetched article. A batch is acknowledged when the broker has an answer, or a dead letter,
 * for all of its messages; while the broker cannot take them the batch waits, and is sent again.
 */
@ApplicationScoped
class DetectionStage {
    private final Detector detector;
    private final Outbox outbox;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Spans spans;

    DetectionStage(Detector detector, Outbox outbox, InstantSource clock, MeterRegistry meters, Spans spans) {
        this.detector = detector;
        this.outbox = outbox;
        this.clock = clock;
        this.meters = meters;
        this.spans = spans;
        // counted from nought, so that whoever watches sees the first one come
        meters.counter("tocsin.dead.letters", "reason", "unreadable");
    }

    /**
     * In order, so that an article's revision is not overtaken by the one before: therefore one worker thread, where
     * virtual threads would take batches side by side.
     */
    @Incoming("articles-fetched")
    @Blocking(ordered = true)
    void detect(ConsumerRecords<String, byte[]> batch) {
        var sent = new ArrayList<CompletableFuture<Void>>(batch.count());
        for (var message : batch) {
            // an erased article's: the archive writes one on each channel
            if (message.value() != null || message.key() == null) {
                sent.add(handle(message));
            }
        }
        outbox.flush();
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
    }

    private CompletableFuture<Void> handle(ConsumerRecord<String, byte[]> message) {
        var trace = trace(message);
        var begun = spans.now();
        DetectedArticle detected;
        try {
            detected = detect(message.value());
        } catch (UnreadableMessageException e) {
            return bury(message, trace, "unreadable", e);
        } catch (RuntimeException e) {
            return bury(message, trace, "unhandled", e);
        }
        meters.counter("tocsin.articles", "language", detected.language().tag()).increment();
        return outbox.send(detected, trace)
                .thenRun(() -> spans.tell(
                        trace,
                        "detect",
                        begun,
                        Map.of("article", detected.article().id())));
    }

    private DetectedArticle detect(byte @Nullable [] value) throws UnreadableMessageException {
        if (value == null) {
            throw new UnreadableMessageException("has no value");
        }
        var article = Json.read(value, FetchedArticle.class);
        return new DetectedArticle(
                article, detector.detect(article.title(), article.text(), article.declaredLanguage()));
    }

    private CompletableFuture<Void> bury(
            ConsumerRecord<String, byte[]> message, TraceParent trace, String reason, Exception error) {
        meters.counter("tocsin.dead.letters", "reason", reason).increment();
        MDC.put("traceId", trace.trace());
        Log.warnf(
                "dead letter channel=%s partition=%d offset=%d reason=%s error=%s",
                message.topic(), message.partition(), message.offset(), reason, error.getMessage());
        MDC.remove("traceId");
        var letter = DeadLetter.of(
                "language",
                message.topic(),
                message.partition(),
                message.offset(),
                message.key(),
                message.value(),
                reason + ": " + error.getMessage(),
                clock.instant());
        spans.tell(trace, "dead letter", spans.now(), Map.of("channel", message.topic()), reason);
        return outbox.send(letter, trace);
    }

    private static TraceParent trace(ConsumerRecord<String, byte[]> message) {
        var header = message.headers().lastHeader(CloudEvent.TRACE_PARENT);
        return TraceParent.continuing(header == null ? null : new String(header.value(), StandardCharsets.UTF_8));
    }
}
