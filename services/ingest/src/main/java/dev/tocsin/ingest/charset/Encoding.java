package dev.tocsin.ingest.charset;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A way to read bytes as text: a charset of the JDK, with single bytes read otherwise where the JDK has none of that
 * name.
 *
 * @param overrides for the bytes 0x80 to 0xFF, U+0000 where the charset holds; null for none
 */
record Encoding(String name, Charset charset, char @Nullable [] overrides) {
    static Encoding of(Charset charset) {
        return new Encoding(charset.name().toLowerCase(Locale.ROOT), charset, null);
    }

    boolean isUnicode() {
        return name.startsWith("utf-");
    }

    /** Whether each byte is a character, so that nothing can be malformed. */
    boolean isSingleByte() {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1f;
    }

    /** Null where some bytes mean nothing. */
    @Nullable
    String strict(byte[] bytes, int from) {
        if (overrides != null) {
            return lossy(bytes, from);
        }
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    String lossy(byte[] bytes, int from) {
        var text = new String(bytes, from, bytes.length - from, charset);
        if (overrides == null) {
            return text;
        }
        var chars = text.toCharArray();
        for (int i = 0; i < chars.length; i++) {
            int b = bytes[from + i] & 0xFF;
            if (b >= 0x80 && overrides[b - 0x80] != 0) {
                chars[i] = overrides[b - 0x80];
            }
        }
        return new String(chars);
    }
}
