package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.BsonConstants;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * BSON (bsonspec.org, version 1.1) with texts written straight into the buffer. The library's encoder makes two copies of
 * each, of up to three times its size: under load that was a third of all that the store's JVM allocated (JFR). What is no
 * text, document or list is left to it.
 */
final class BsonWriter {
    private BsonWriter() {}

    /** Appends the document, which begins with its own length in bytes. */
    static void write(Map<String, ?> document, ByteBuf target) {
        int start = target.writerIndex();
        target.writeIntLE(0);
        document.forEach((name, value) -> writeElement(name, value, target));
        end(start, target);
    }

    private static void writeList(List<?> values, ByteBuf target) {
        int start = target.writerIndex();
        target.writeIntLE(0);
        for (int i = 0; i < values.size(); i++) {
            writeElement(Integer.toString(i), values.get(i), target);
        }
        end(start, target);
    }

    private static void end(int start, ByteBuf target) {
        target.writeByte(BsonConstants.TERMINATING_BYTE);
        target.setIntLE(start, target.writerIndex() - start);
    }

    private static void writeElement(String name, @Nullable Object value, ByteBuf target) {
        byte type = BsonEncoder.determineType(value);
        target.writeByte(type);
        ByteBufUtil.writeUtf8(target, name);
        target.writeByte(BsonConstants.TERMINATING_BYTE);
        switch (value) {
            case String text -> writeText(text, target);
            case Document document -> write(document, target);
            case List<?> values -> writeList(values, target);
            case null, default -> BsonEncoder.encodeValue(type, value, target);
        }
    }

    /** Its length, which counts the zero at its end, and its UTF-8. */
    private static void writeText(String text, ByteBuf target) {
        int start = target.writerIndex();
        target.writeIntLE(0);
        int length = ByteBufUtil.writeUtf8(target, text) + 1;
        target.writeByte(BsonConstants.TERMINATING_BYTE);
        target.setIntLE(start, length);
    }
}
