package dev.tocsin.local.bson;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BsonWriterTest {
    private static final Document ALL = new Document("_id", new ObjectId())
            .append("latin", "Almaty")
            .append("other", "Алматы, 阿拉木图, ألماتي, 🇰🇿")
            .append("half a pair", "\uD83C")
            .append("", "")
            .append("nested", new Document("empty", new Document()).append("list", List.of()))
            .append("list", Arrays.asList("a", 1, null, new Document("b", "в"), List.of("c", 2L)))
            .append("int", 1)
            .append("long", Long.MIN_VALUE)
            .append("double", 0.5)
            .append("yes", true)
            .append("nothing", null)
            .append("time", Instant.ofEpochMilli(1_641_340_800_000L))
            .append("bytes", new BinData(new byte[] {0, 1, -1}))
            .append("uuid", new UUID(1, 2));

    @Test
    void writesWhatTheLibraryWrites() {
        var expected = Unpooled.buffer();
        BsonEncoder.encodeDocument(ALL, expected);
        var written = Unpooled.buffer(1);
        BsonWriter.write(ALL, written);
        assertThat(ByteBufUtil.getBytes(written)).isEqualTo(ByteBufUtil.getBytes(expected));
        assertThat(BsonDecoder.decodeBson(written).keySet()).isEqualTo(ALL.keySet());
    }

    @Test
    void appendsToWhatIsThere() {
        var written = Unpooled.buffer(1).writeInt(7);
        BsonWriter.write(ALL, written);
        assertThat(written.readInt()).isEqualTo(7);
        assertThat(written.getIntLE(written.readerIndex())).isEqualTo(written.readableBytes());
    }
}
