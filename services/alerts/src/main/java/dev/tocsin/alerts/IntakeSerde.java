package dev.tocsin.alerts;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import java.util.Arrays;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Our own JSON for the internal channel: an article as it is, a verdict behind a mark. */
final class IntakeSerde {
    private static final byte VERDICT = 'V';

    private IntakeSerde() {}

    static Serde<Intake> of() {
        return Serdes.serdeFrom((topic, value) -> value == null ? null : write(value), (topic, bytes) -> {
            try {
                return bytes == null ? null : read(bytes);
            } catch (UnreadableMessageException e) {
                throw new SerializationException(topic + " " + e.getMessage(), e);
            }
        });
    }

    private static byte[] write(Intake intake) {
        return switch (intake) {
            case Intake.Article(var article) -> Json.write(article);
            case Intake.Decision(var verdict) -> marked(Json.write(verdict));
        };
    }

    private static byte[] marked(byte[] json) {
        var marked = new byte[json.length + 1];
        marked[0] = VERDICT;
        System.arraycopy(json, 0, marked, 1, json.length);
        return marked;
    }

    private static Intake read(byte[] bytes) throws UnreadableMessageException {
        return bytes.length > 0 && bytes[0] == VERDICT
                ? new Intake.Decision(Json.read(Arrays.copyOfRange(bytes, 1, bytes.length), Verdict.class))
                : new Intake.Article(Json.read(bytes, ClassifiedArticle.class));
    }
}
