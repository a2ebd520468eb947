package dev.tocsin.local.bson;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.h2.mvstore.WriteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyValueTypeTest {
    private final KeyValueType type = new KeyValueType();

    static Stream<KeyValue> keys() {
        return Stream.of(
                new KeyValue("a7f"),
                new KeyValue("протесты", 7),
                new KeyValue((Object) null),
                new KeyValue(Missing.getInstance(), "x"),
                new KeyValue(1.0, 5_000_000_000L, true),
                new KeyValue(Instant.parse("2022-01-06T20:00:00Z"), new ObjectId()),
                new KeyValue(new Document("story", "s").append("revision", 3)),
                new KeyValue(List.of("a", "b")));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void readsWhatItWrote(KeyValue key) {
        var buffer = new WriteBuffer();
        type.write(buffer, key);
        type.write(buffer, key);
        var bytes = buffer.getBuffer().flip();

        assertThat(type.read(bytes)).isEqualTo(key);
        assertThat(type.read(bytes)).isEqualTo(key);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void ordersTotally() {
        var all = keys().toList();
        for (var a : all) {
            for (var b : all) {
                assertThat(type.compare(a, b)).as("%s and %s", a, b).matches(order -> (order == 0) == a.equals(b));
                assertThat(Integer.signum(type.compare(a, b))).isEqualTo(-Integer.signum(type.compare(b, a)));
            }
        }
    }

    @Test
    void ordersTextByItself() {
        assertThat(type.compare(new KeyValue("b"), new KeyValue("aa"))).isPositive();
        assertThat(type.compare(new KeyValue("a"), new KeyValue("a", "b"))).isNegative();
    }
}
