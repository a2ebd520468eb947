package dev.tocsin.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.DetectedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Reclassify;
import dev.tocsin.contracts.TraceParent;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Sends archived articles on their way again, to be met with a newer pack. */
@Singleton
final class Sendings {
    private static final String SERVICE = "archive";

    private final MutinyEmitter<byte[]> channel;
    private final InstantSource clock;

    Sendings(
            // bounded by what may be in flight
            @org.eclipse.microprofile.reactive.messaging.Channel("articles-detected")
                    @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<byte[]> channel,
            InstantSource clock) {
        this.channel = channel;
        this.clock = clock;
    }

    /** Returns when the broker has all of them; throws {@link java.util.concurrent.CompletionException} when it has not. */
    void send(List<ObjectNode> articles, Reclassify asked) {
        var sent = articles.stream().map(a -> send(a, asked)).toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }

    private CompletableFuture<Void> send(ObjectNode whole, Reclassify asked) {
        var message = again(whole, asked);
        var article = message.article();
        var event = new CloudEvent(
                article.id() + "." + article.revision() + "." + Channel.ARTICLES_DETECTED.slug() + "." + asked.job(),
                "/tocsin/" + SERVICE,
                Channel.ARTICLES_DETECTED.eventType(),
                clock.instant(),
                article.id(),
                TraceParent.start());
        var headers = new RecordHeaders();
        event.headers().forEach((name, text) -> headers.add(name, text.getBytes(UTF_8)));
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(article.id())
                .withHeaders(headers)
                .build();
        return channel.sendMessage(Message.of(Json.write(message)).addMetadata(metadata))
                .subscribeAsCompletionStage();
    }

    /** As its language was told, and marked: whatever comes of it is no news. */
    private static DetectedArticle again(ObjectNode whole, Reclassify asked) {
        whole.put("replay", true);
        whole.set("reclassify", Json.mapper().valueToTree(asked));
        try {
            return Json.mapper().treeToValue(whole, DetectedArticle.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("somebody else wrote into the archive's collections: " + e.getMessage(), e);
        }
    }
}
