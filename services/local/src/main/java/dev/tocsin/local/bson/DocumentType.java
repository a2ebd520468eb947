package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** A document in the file: BSON, which begins with its own length. */
final class DocumentType extends BasicDataType<Document> {
    private static final int USUAL_BYTES = 4096;
    private static final int MOST_KEPT_BYTES = 1024 * 1024;
    private static final int OBJECT_BYTES = 64;
    private static final int ENTRY_BYTES = 40;
    private static final int TEXT_BYTES = 32;
    private static final int VALUE_BYTES = 16;

    /** Written over and over: a document is encoded each time that its page is written. */
    private static final ThreadLocal<ByteBuf> ENCODED = ThreadLocal.withInitial(() -> Unpooled.buffer(USUAL_BYTES));

    /** In bytes of heap, roughly; it decides when pages are split and when changes are written. */
    @Override
    public int getMemory(Document document) {
        return sizeOf(document);
    }

    @Override
    public void write(WriteBuffer target, Document document) {
        var bytes = ENCODED.get().clear();
        BsonWriter.write(document, bytes);
        target.put(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
        if (bytes.capacity() > MOST_KEPT_BYTES) {
            ENCODED.remove();
        }
    }

    @Override
    public Document read(ByteBuffer source) {
        var bytes = Unpooled.wrappedBuffer(source);
        var document = BsonDecoder.decodeBson(bytes);
        source.position(source.position() + bytes.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }

    private static int sizeOf(@Nullable Object value) {
        return switch (value) {
            case null -> 0;
            case String text -> TEXT_BYTES + text.length();
            case Map<?, ?> map -> {
                int size = OBJECT_BYTES;
                for (var field : map.values()) {
                    size += ENTRY_BYTES + sizeOf(field);
                }
                yield size;
            }
            case Collection<?> values -> {
                int size = OBJECT_BYTES;
                for (var element : values) {
                    size += sizeOf(element);
                }
                yield size;
            }
            default -> VALUE_BYTES;
        };
    }
}
