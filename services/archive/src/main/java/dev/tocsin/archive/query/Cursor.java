package dev.tocsin.archive.query;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/**
 * A position as clients carry it: base64url of a version, the mark of its scope, the time in milliseconds and the id.
 * Opaque to clients, so that a later version can hold something else.
 */
final class Cursor {
    private static final byte VERSION = 1;
    private static final int HEAD_BYTES = 1 + Scope.MARK_BYTES + Long.BYTES;
    private static final int MOST_CHARACTERS = 4096;

    private Cursor() {}

    static String write(Position position, Scope scope) {
        byte[] id = position.id().getBytes(StandardCharsets.UTF_8);
        var bytes = ByteBuffer.allocate(HEAD_BYTES + id.length)
                .put(VERSION)
                .put(scope.mark())
                .putLong(position.at().toEpochMilli())
                .put(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** @throws BadParameterException naming {@code cursor}, when it is none, or one of another list */
    static Position read(String cursor, Scope scope) {
        var bytes = ByteBuffer.wrap(decode(cursor));
        if (bytes.remaining() <= HEAD_BYTES || bytes.get() != VERSION) {
            throw unknown();
        }
        var mark = new byte[Scope.MARK_BYTES];
        bytes.get(mark);
        if (!Arrays.equals(mark, scope.mark())) {
            throw new BadParameterException(
                    "cursor",
                    "belongs to another list or to other filters; a cursor goes on with the query that it came from");
        }
        long at = bytes.getLong();
        try {
            var id = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return new Position(Instant.ofEpochMilli(at), id);
        } catch (CharacterCodingException e) {
            throw unknown();
        }
    }

    private static byte[] decode(String cursor) {
        if (cursor.length() > MOST_CHARACTERS) {
            throw unknown();
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
    }

    private static BadParameterException unknown() {
        return new BadParameterException(
                "cursor",
                "is none of this API; take 'nextCursor' of a page as it is, or leave it out for the first page");
    }
}
