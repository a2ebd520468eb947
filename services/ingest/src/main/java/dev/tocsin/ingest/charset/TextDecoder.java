package dev.tocsin.ingest.charset;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of the web as text. A byte order mark counts most, then the header, then what the document says (RFC 7303),
 * but each only where the bytes bear it out: many servers say ISO-8859-1 of everything, and many documents were
 * converted after their first line was written. Where nothing holds, the bytes are looked at.
 */
public final class TextDecoder {
    /** Sequences of UTF-8 that outweigh a declaration: one where each byte would be a letter with an odd neighbour. */
    private static final int OUTWEIGHS_LATIN = 1;

    private static final int OUTWEIGHS_SINGLE_BYTE = 2;
    private static final int OUTWEIGHS_DOUBLE_BYTE = 8;

    private final byte[] bytes;
    private final List<String> forgiven = new ArrayList<>();

    private TextDecoder(byte[] bytes) {
        this.bytes = bytes;
    }

    /**
     * A feed: XML or JSON.
     *
     * @param contentType the header of the answer that carried the bytes; null where there was none
     */
    public static DecodedText feed(byte[] bytes, @Nullable String contentType) {
        return new TextDecoder(bytes).decoded(contentType, false);
    }

    /** A page, which names its encoding in a {@code meta} element if anywhere. */
    public static DecodedText page(byte[] bytes, @Nullable String contentType) {
        return new TextDecoder(bytes).decoded(contentType, true);
    }

    private DecodedText decoded(@Nullable String contentType, boolean page) {
        var mark = Mark.of(bytes);
        if (mark.isPresent() && !mark.get().encoding().name().equals("ibm037")) {
            return marked(mark.get());
        }
        if (mark.isPresent()) {
            return ebcdic(mark.get().encoding());
        }
        var header = named(Declared.inHeader(contentType));
        var inside = named(page ? Declared.inPage(bytes, 0) : Declared.inXml(bytes, 0));
        var named =
                header.isPresent() && !(isLatin(header.get()) && inside.isPresent()) ? header : inside.or(() -> header);
        var evidence = named.equals(header) && header.isPresent() ? Evidence.HEADER : Evidence.DECLARATION;
        if (named.isEmpty() || named.get().name().equals("utf-8")) {
            // nearly all feeds: what decodes without a fault needs no further look
            var text = utf8();
            if (text.indexOf('\uFFFD') < 0 && (named.isPresent() || text.indexOf('\u001B') < 0)) {
                return result(text, Encoding.of(StandardCharsets.UTF_8), named.isEmpty() ? Evidence.BYTES : evidence);
            }
        }
        var scan = Utf8Scan.of(bytes, 0);
        if (named.isEmpty()) {
            return undeclared(scan);
        }
        var first = declared(named.get(), scan);
        if (first != null) {
            return result(first, named.get(), evidence);
        }
        forgiven.add("wrong-encoding");
        if (!scan.isValid() && evidence == Evidence.HEADER && inside.isPresent()) {
            var second = declared(inside.get(), scan);
            if (second != null) {
                return result(second, inside.get(), Evidence.DECLARATION);
            }
        }
        return sniffed(scan, named.get());
    }

    private Optional<Encoding> named(@Nullable String name) {
        if (name == null) {
            return Optional.empty();
        }
        var encoding = EncodingNames.of(name);
        if (encoding.isEmpty()) {
            forgiven.add("unknown-encoding");
        }
        return encoding;
    }

    private DecodedText marked(Mark mark) {
        int from = mark.length();
        if (mark.encoding().name().equals("utf-8")) {
            var scan = Utf8Scan.of(bytes, from);
            if (!scan.isMostlyValid()) {
                forgiven.add("wrong-encoding");
                var best = Sniffer.best(bytes, from, null);
                return result(best.lossy(bytes, from), best, Evidence.BYTES);
            }
        }
        return result(mark.encoding().lossy(bytes, from), mark.encoding(), from > 0 ? Evidence.MARK : Evidence.BYTES);
    }

    /** All of its family spell the first line alike, so that it can be read before it is known which one it is. */
    private DecodedText ebcdic(Encoding common) {
        var declared = Declared.inXml(common.lossy(bytes, 0).getBytes(StandardCharsets.UTF_8), 0);
        var encoding = named(declared).filter(Encoding::isSingleByte).orElse(common);
        return result(encoding.lossy(bytes, 0), encoding, Evidence.BYTES);
    }

    private DecodedText undeclared(Utf8Scan scan) {
        if (scan.isValid() && !scan.escapes()) {
            return result(utf8(), Encoding.of(StandardCharsets.UTF_8), Evidence.BYTES);
        }
        forgiven.add("no-encoding");
        return sniffed(scan, null);
    }

    /** Null where the bytes do not bear it out. */
    private @Nullable String declared(Encoding encoding, Utf8Scan scan) {
        if (encoding.isUnicode()) {
            // bytes without zeros are no UTF-16, whatever they say
            return encoding.name().equals("utf-8") && scan.isValid() ? utf8() : null;
        }
        if (scan.isAscii() && !scan.escapes() && encoding.isSingleByte()) {
            return utf8();
        }
        if (scan.isValid() && scan.characters() >= outweighing(encoding)) {
            return null;
        }
        var text = encoding.strict(bytes, 0);
        return text != null && isLatin(encoding) && Sniffer.contradicts(bytes, encoding) ? null : text;
    }

    private static int outweighing(Encoding encoding) {
        if (isLatin(encoding)) {
            return OUTWEIGHS_LATIN;
        }
        return encoding.isSingleByte() ? OUTWEIGHS_SINGLE_BYTE : OUTWEIGHS_DOUBLE_BYTE;
    }

    /** The names that are given where nobody thought about it. */
    private static boolean isLatin(Encoding encoding) {
        return encoding.name().equals("windows-1252");
    }

    private DecodedText sniffed(Utf8Scan scan, @Nullable Encoding named) {
        if (scan.isMostlyValid() && !scan.escapes()) {
            return result(utf8(), Encoding.of(StandardCharsets.UTF_8), Evidence.BYTES);
        }
        var best = Sniffer.best(bytes, 0, named);
        return result(best.lossy(bytes, 0), best, Evidence.BYTES);
    }

    private String utf8() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private DecodedText result(String text, Encoding encoding, Evidence evidence) {
        if (text.indexOf('\uFFFD') >= 0) {
            forgiven.add("bad-bytes");
        }
        return new DecodedText(text, encoding.name(), evidence, List.copyOf(forgiven));
    }
}
