package dev.tocsin.alerts;

import dev.tocsin.contracts.CloudEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/** Reads articles. One whose envelope says that it is of no topic makes no story, and goes no further unread: most are. */
final class ArticleReader extends ContextualFixedKeyProcessor<String, byte[], Reading> {
    private static final byte[] NONE = "0".getBytes(StandardCharsets.UTF_8);

    @Override
    public void process(FixedKeyRecord<String, byte[]> message) {
        if (!isOfNoTopic(message.headers())) {
            context().forward(message.withValue(Reading.article(message.value())));
        }
    }

    private static boolean isOfNoTopic(Headers headers) {
        var count = headers.lastHeader(CloudEvent.TOPIC_COUNT);
        return count != null && Arrays.equals(count.value(), NONE);
    }
}
