package dev.tocsin.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;

/**
 * A batch of messages made into documents before anything is written, so that one that can never be stored is told apart
 * from a store that fails, and stops no other.
 *
 * @param byId the documents to save, one for each id
 * @param rejections the messages that cannot be stored
 */
record Documents<T>(Map<String, T> byId, List<Rejection> rejections) {
    /** MongoDB takes 16 MiB; the rest is room for the fields that the archive adds. */
    private static final int MOST_BYTES = 15 * 1024 * 1024;

    /** Longer ids are no hashes of ours, and would not fit into a cursor. */
    private static final int LONGEST_ID = 512;

    private static final Pattern HALF_PAIR = Pattern.compile("\\p{Cs}");

    private static final BsonDocumentCodec CODEC = new BsonDocumentCodec();

    /**
     * Makes documents.
     *
     * @param better chooses between two of one id in the batch, the earlier one first
     */
    static <M, T> Documents<T> of(
            List<M> messages, Function<M, String> id, Function<M, T> document, BinaryOperator<T> better) {
        var byId = new LinkedHashMap<String, T>();
        var rejections = new ArrayList<Rejection>();
        for (int i = 0; i < messages.size(); i++) {
            var message = messages.get(i);
            try {
                byId.merge(shortEnough(id.apply(message)), document.apply(message), better);
            } catch (RuntimeException e) {
                // whatever a hostile message provokes here, it does so each time
                rejections.add(new Rejection(i, "cannot be stored: " + e.getMessage()));
            }
        }
        return new Documents<>(byId, rejections);
    }

    /** The beginning of a document. */
    static BsonDocument versioned(String id, long version) {
        return new BsonDocument(Fields.ID, new BsonString(id)).append(Fields.VERSION, new BsonInt64(version));
    }

    /** True when a version is higher than the stored one, or the first. */
    static boolean isNewer(long version, @Nullable BsonDocument stored) {
        return stored == null || version > version(stored);
    }

    static long version(BsonDocument stored) {
        return stored.getInt64(Fields.VERSION).getValue();
    }

    /** The document's bytes, so that it is encoded once, and here. */
    static RawBsonDocument encode(BsonDocument document) {
        var raw = new RawBsonDocument(document, CODEC);
        int size = raw.getByteBuffer().remaining();
        if (size > MOST_BYTES) {
            throw new IllegalArgumentException("it takes " + size + " bytes, the most is " + MOST_BYTES);
        }
        return raw;
    }

    /** Text as BSON, which is UTF-8: half of a surrogate pair becomes U+FFFD, so that offsets still hold. */
    static BsonString text(String text) {
        return new BsonString(hasSurrogates(text) ? HALF_PAIR.matcher(text).replaceAll("\ufffd") : text);
    }

    /** Most texts have none, and the pattern looks at each character far longer. */
    private static boolean hasSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** @throws ArithmeticException when the time is too far off for a date in milliseconds */
    static BsonDateTime date(Instant time) {
        return new BsonDateTime(time.toEpochMilli());
    }

    private static String shortEnough(String id) {
        if (id.length() > LONGEST_ID) {
            throw new IllegalArgumentException("its id has " + id.length() + " characters, the most is " + LONGEST_ID);
        }
        return id;
    }
}
