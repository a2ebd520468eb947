package dev.tocsin.ingest.charset;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The names of encodings as documents and servers give them. */
final class Declared {
    /** A declaration stands in the first line; servers put blanks and comments before it. */
    private static final int XML_HEAD = 1_024;

    /** Browsers look at 1,024 bytes, and pages put it behind their scripts all the same. */
    private static final int PAGE_HEAD = 8_192;

    private static final Pattern XML =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"']([^\"'>]{1,40})[\"']");
    private static final Pattern META = Pattern.compile(
            "<meta[^>]{1,300}?charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEADER =
            Pattern.compile("charset\\s{0,9}=\\s{0,9}[\"']?\\s{0,9}([\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private Declared() {}

    static @Nullable String inHeader(@Nullable String contentType) {
        return contentType == null || contentType.length() > 1_000 ? null : first(HEADER, contentType);
    }

    static @Nullable String inXml(byte[] bytes, int from) {
        return first(XML, ascii(bytes, from, XML_HEAD));
    }

    static @Nullable String inPage(byte[] bytes, int from) {
        var head = ascii(bytes, from, PAGE_HEAD);
        var meta = first(META, head);
        return meta == null ? first(XML, head) : meta;
    }

    /** Zeros left out, so that a declaration in UTF-16 is read as well. */
    private static String ascii(byte[] bytes, int from, int length) {
        var head = new String(bytes, from, Math.min(length, bytes.length - from), StandardCharsets.ISO_8859_1);
        return head.indexOf('\0') < 0 ? head : head.replace("\0", "");
    }

    private static @Nullable String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
