package dev.tocsin.local.bson;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
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
    private static final int OBJECT_BYTES = 48;

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
        BsonEncoder.encodeDocument(document, bytes);
        target.put(bytes.array(), bytes.arrayOffset() + bytes.readerIndex(), bytes.readableBytes());
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
        return OBJECT_BYTES
                + switch (value) {
                    case null -> 0;
                    case String text -> text.length();
                    case Map<?, ?> map ->
                        map.entrySet().stream()
                                .mapToInt(entry -> OBJECT_BYTES + sizeOf(entry.getValue()))
                                .sum();
                    case Collection<?> values ->
                        values.stream().mapToInt(DocumentType::sizeOf).sum();
                    default -> 0;
                };
    }
}
