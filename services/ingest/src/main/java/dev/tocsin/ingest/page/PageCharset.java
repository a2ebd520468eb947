package dev.tocsin.ingest.page;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The bytes of a page as text: byte order mark, HTTP header, declaration in the page, UTF-8, in this order. */
final class PageCharset {
    private static final int LOOKED_AT = 4_096;
    private static final Pattern DECLARED =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-zA-Z0-9_:.-]{2,40})", Pattern.CASE_INSENSITIVE);
    /** The WHATWG Encoding Standard's reading of labels that mean more than they say. */
    private static final Map<String, String> LABELS = Map.of(
            "iso-8859-1",
            "windows-1252",
            "latin1",
            "windows-1252",
            "us-ascii",
            "windows-1252",
            "gb2312",
            "gb18030",
            "gbk",
            "gb18030",
            "utf-16",
            "utf-8",
            "utf-16le",
            "utf-8",
            "utf-16be",
            "utf-8",
            "utf8",
            "utf-8",
            "win-1251",
            "windows-1251");

    private PageCharset() {}

    static String decode(byte[] html, @Nullable String header) {
        int units = Math.min(html.length, PageLimits.MAX_LENGTH * 2);
        if (starts(html, 0xEF, 0xBB, 0xBF)) {
            return new String(html, 3, units - 3, StandardCharsets.UTF_8);
        }
        if (starts(html, 0xFE, 0xFF) || starts(html, 0xFF, 0xFE)) {
            return new String(html, 0, units, StandardCharsets.UTF_16);
        }
        var start = new String(html, 0, Math.min(units, LOOKED_AT), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(start)
                .results()
                .map(m -> m.group(1))
                .map(PageCharset::known)
                .flatMap(Optional::stream)
                .findFirst();
        return new String(html, 0, units, known(header).or(() -> declared).orElse(StandardCharsets.UTF_8));
    }

    private static Optional<Charset> known(@Nullable String label) {
        try {
            return Optional.ofNullable(label)
                    .map(l -> l.strip().toLowerCase(Locale.ROOT))
                    .map(l -> LABELS.getOrDefault(l, l))
                    .filter(Charset::isSupported)
                    .map(Charset::forName);
        } catch (IllegalCharsetNameException e) {
            return Optional.empty();
        }
    }

    private static boolean starts(byte[] html, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (html.length <= i || (html[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
