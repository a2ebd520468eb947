package dev.tocsin.archive.search;

import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Scope;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A place in the results of a search, and what they were ranked with. What comes after it stays the same while articles arrive: the
 * newest stand before it, and with the same weights each article keeps its score, though the words have become rarer or more frequent.
 *
 * @param score of the article at this place; 0 where the newest come first
 * @param at its event time, in milliseconds
 * @param weights of the words and phrases of the search, in their order
 */
public record Place(float score, Instant at, String id, List<Float> weights) {
    private static final byte VERSION = 2;
    private static final int MOST_CHARACTERS = 4096;

    public Place {
        weights = List.copyOf(weights);
    }

    /** As clients carry it: base64url, opaque to them. */
    public String write(Scope scope) {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(1 + Scope.MARK_BYTES + 4 + 8 + 1 + 4 * weights.size() + name.length)
                .put(VERSION)
                .put(scope.mark())
                .putFloat(score)
                .putLong(at.toEpochMilli())
                .put((byte) weights.size());
        weights.forEach(bytes::putFloat);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes.put(name).array());
    }

    /** @throws BadParameterException naming {@code cursor}, when it is none, or one of another search */
    public static Place read(String cursor, Scope scope) {
        try {
            if (cursor.length() > MOST_CHARACTERS) {
                throw unknown();
            }
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.get() != VERSION) {
                throw unknown();
            }
            var mark = new byte[Scope.MARK_BYTES];
            bytes.get(mark);
            if (!Arrays.equals(mark, scope.mark())) {
                throw new BadParameterException(
                        "cursor", "belongs to another search; a cursor goes on with the query that it came from");
            }
            float score = bytes.getFloat();
            var at = Instant.ofEpochMilli(bytes.getLong());
            var weights = new ArrayList<Float>();
            for (int left = bytes.get(); left > 0; left--) {
                weights.add(bytes.getFloat());
            }
            boolean sound = Float.isFinite(score)
                    && weights.size() <= Parser.MOST_WORDS
                    && weights.stream().allMatch(w -> w >= 0 && w <= Float.MAX_VALUE);
            if (!sound || !bytes.hasRemaining()) {
                throw unknown();
            }
            return new Place(score, at, StandardCharsets.UTF_8.decode(bytes).toString(), weights);
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw unknown();
        }
    }

    private static BadParameterException unknown() {
        return new BadParameterException(
                "cursor",
                "is none of this search; take 'nextCursor' of a page as it is, or leave it out for the first page");
    }
}
