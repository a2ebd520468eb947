package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/**
 * A key of a unique index: its values as BSON, each behind a byte for its type. The order is that of text for text,
 * which nearly all keys are, and of the encoded bytes for anything else: the index looks up, it does not sort.
 */
final class KeyValueType extends BasicDataType<KeyValue> {
    /** No BSON type has this number (they are 1 to 19, -1 and 127). */
    private static final byte MISSING = 100;

    private static final int USUAL_BYTES = 64;

    @Override
    public int compare(KeyValue a, KeyValue b) {
        int order = Integer.compare(a.size(), b.size());
        for (int i = 0; order == 0 && i < a.size(); i++) {
            order = compareValues(a.get(i), b.get(i));
        }
        return order;
    }

    @Override
    public int getMemory(KeyValue key) {
        return key.stream()
                .mapToInt(value -> value instanceof String text ? USUAL_BYTES + text.length() : USUAL_BYTES)
                .sum();
    }

    @Override
    public void write(WriteBuffer target, KeyValue key) {
        target.putVarInt(key.size());
        for (var value : key) {
            var bytes = encoded(value);
            target.putVarInt(bytes.readableBytes());
            target.put(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
        }
    }

    @Override
    public KeyValue read(ByteBuffer source) {
        int size = DataUtils.readVarInt(source);
        var values = new ArrayList<@Nullable Object>(size);
        for (int i = 0; i < size; i++) {
            int length = DataUtils.readVarInt(source);
            values.add(decoded(Unpooled.wrappedBuffer(source.slice(source.position(), length))));
            source.position(source.position() + length);
        }
        return new KeyValue(values);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }

    private static int compareValues(@Nullable Object a, @Nullable Object b) {
        return a instanceof String first && b instanceof String second
                ? first.compareTo(second)
                : encoded(a).compareTo(encoded(b));
    }

    private static ByteBuf encoded(@Nullable Object value) {
        var bytes = Unpooled.buffer(USUAL_BYTES);
        if (value instanceof Missing) {
            return bytes.writeByte(MISSING);
        }
        byte type = BsonEncoder.determineType(value);
        bytes.writeByte(type);
        BsonEncoder.encodeValue(type, value, bytes);
        return bytes;
    }

    private static @Nullable Object decoded(ByteBuf bytes) {
        byte type = bytes.readByte();
        return type == MISSING ? Missing.getInstance() : BsonDecoder.decodeValue(type, bytes);
    }
}
