package dev.tocsin.ingest.xml;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 that somebody took for Latin-1 and encoded again: {@code Ã©} where {@code é} was meant. */
final class Mojibake {
    private Mojibake() {}

    /** The text as it was meant; the very same string where it is as it should be. */
    static String repaired(String text, Forgiven forgiven) {
        if (!isSuspect(text)) {
            return text;
        }
        var bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            int b = Characters.asByte(text.charAt(i));
            if (b < 0) {
                return text;
            }
            bytes[i] = (byte) b;
        }
        try {
            // a decoder of its own reports what is malformed
            var meant = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            forgiven.add("double-encoded");
            return meant;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    /** A lead byte of UTF-8 before something that is no ASCII, as letters of Western Europe hardly ever stand. */
    private static boolean isSuspect(String text) {
        for (int i = 0; i + 1 < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u00C2' && c <= '\u00F4' && text.charAt(i + 1) >= '\u0080') {
                return true;
            }
        }
        return false;
    }
}
