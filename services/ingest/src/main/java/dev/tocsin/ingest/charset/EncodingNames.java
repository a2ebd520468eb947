package dev.tocsin.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the name of an encoding means in practice: as the WHATWG's Encoding Standard found, servers that say ISO-8859-1
 * send Windows-1252, and those that say GB2312 send GB18030. The names that only Python or IANA know are understood, too.
 */
final class EncodingNames {
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("utf8", "UTF-8"),
            Map.entry("utf8mb4", "UTF-8"),
            Map.entry("unicode", "UTF-8"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ansi", "windows-1252"),
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso88591", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("latin-1", "windows-1252"),
            Map.entry("l1", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("latin5", "windows-1254"),
            Map.entry("iso-8859-11", "x-windows-874"),
            Map.entry("tis-620", "x-windows-874"),
            Map.entry("windows-874", "x-windows-874"),
            Map.entry("gb2312", "GB18030"),
            Map.entry("gb-2312", "GB18030"),
            Map.entry("gb-2312-80", "GB18030"),
            Map.entry("euc-cn", "GB18030"),
            Map.entry("gbk", "GB18030"),
            Map.entry("cp936", "GB18030"),
            Map.entry("x-gbk", "GB18030"),
            Map.entry("big5", "Big5-HKSCS"),
            Map.entry("shift-jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("ks-c-5601-1987", "x-windows-949"),
            Map.entry("ksc5601", "x-windows-949"),
            Map.entry("cp949", "x-windows-949"),
            Map.entry("uhc", "x-windows-949"),
            Map.entry("koi8-r", "KOI8-R"),
            Map.entry("koi8-ru", "KOI8-U"),
            Map.entry("win-1251", "windows-1251"),
            Map.entry("cp-1251", "windows-1251"),
            Map.entry("win1251", "windows-1251"),
            Map.entry("windows1251", "windows-1251"),
            Map.entry("mac-cyrillic", "x-MacCyrillic"),
            Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac-roman", "x-MacRoman"),
            Map.entry("johab", "x-Johab"),
            Map.entry("cp1361", "x-Johab"),
            Map.entry("ebcdic-cp-us", "IBM037"),
            Map.entry("u16", "UTF-16"),
            Map.entry("u32", "UTF-32"),
            Map.entry("ucs-2", "UTF-16"),
            Map.entry("iso-10646-ucs-2", "UTF-16"),
            Map.entry("csunicode", "UTF-16"),
            Map.entry("ucs-4", "UTF-32"),
            Map.entry("iso-10646-ucs-4", "UTF-32"),
            Map.entry("csucs4", "UTF-32"));

    private EncodingNames() {}

    /** Empty for a name that nobody knows. */
    static Optional<Encoding> of(String declared) {
        var key = declared.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (key.isEmpty() || key.length() > 40) {
            return Optional.empty();
        }
        return MissingEncodings.of(key).or(() -> charset(MEANT.getOrDefault(key, key))
                .or(() -> charset(key.replaceFirst("^(?:cp|win|windows)-?(125\\d)$", "windows-$1")))
                .or(() -> charset(key.replaceFirst("^iso-?8859-?(\\d+)$", "iso-8859-$1")))
                .or(() -> charset(key.replaceFirst("^mac-?", "x-mac")))
                .or(() -> charset(key.replaceFirst("^x-", ""))));
    }

    private static Optional<Encoding> charset(String name) {
        try {
            return Optional.of(Encoding.of(Charset.forName(name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
