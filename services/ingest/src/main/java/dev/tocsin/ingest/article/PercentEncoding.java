package dev.tocsin.ingest.article;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** One spelling for escaped characters of an address: RFC 3986, 6.2.2.1 and 6.2.2.2. */
final class PercentEncoding {
    /** What stands in a path, query or fragment as it is: unreserved, sub-delims and the delimiters of the parts. */
    private static final String PLAIN = "-._~!$&'()*+,;=:@/?";

    private PercentEncoding() {}

    /**
     * Escapes what must be escaped, unescapes letters, digits and {@code -._~}, and writes the rest in capitals. Letters
     * beyond ASCII are composed (NFC) and escaped as UTF-8; a percent sign that escapes nothing becomes {@code %25}.
     */
    static String normal(String part) {
        var text = isAscii(part) ? part : Normalizer.normalize(part, Normalizer.Form.NFC);
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            if (c == '%' && isEscape(text, i)) {
                append(out, Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                if (isUnreserved(c) || PLAIN.indexOf(c) >= 0) {
                    out.append((char) c);
                } else if (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE) {
                    escape(out, Character.toString(c));
                }
                i += Character.charCount(c);
            }
        }
        return out.toString();
    }

    /** The characters behind the escapes, for hosts and for addresses within addresses; bad UTF-8 is replaced. */
    static String decoded(String part) {
        if (part.indexOf('%') < 0) {
            return part;
        }
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        var out = new byte[bytes.length];
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            boolean escaped =
                    bytes[i] == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0;
            out[length++] = escaped ? (byte) (hex(bytes[i + 1]) * 16 + hex(bytes[i + 2])) : bytes[i];
            i += escaped ? 2 : 0;
        }
        return new String(out, 0, length, StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder out, int octet) {
        if (isUnreserved(octet)) {
            out.append((char) octet);
        } else {
            out.append("%%%02X".formatted(octet));
        }
    }

    private static void escape(StringBuilder out, String character) {
        for (byte octet : character.getBytes(StandardCharsets.UTF_8)) {
            out.append("%%%02X".formatted(octet & 0xFF));
        }
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length() && hex(text.charAt(at + 1)) >= 0 && hex(text.charAt(at + 2)) >= 0;
    }

    private static int hex(int c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private static boolean isUnreserved(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-._~".indexOf(c) >= 0;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }
}
