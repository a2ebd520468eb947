package dev.tocsin.ingest.charset;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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
            Map.entry("uhc", "x-windows-949"),
            Map.entry("koi8-r", "KOI8-R"),
            Map.entry("koi8-ru", "KOI8-U"),
            Map.entry("win-1251", "windows-1251"),
            Map.entry("mac-cyrillic", "x-MacCyrillic"),
            Map.entry("x-mac-cyrillic", "x-MacCyrillic"),
            Map.entry("macintosh", "x-MacRoman"),
            Map.entry("mac-roman", "x-MacRoman"),
            Map.entry("johab", "x-Johab"),
            Map.entry("cp1361", "x-Johab"),
            Map.entry("ebcdic-cp-us", "IBM037"),
            Map.entry("chinese", "GB18030"),
            Map.entry("csiso58gb231280", "GB18030"),
            Map.entry("iso-ir-58", "GB18030"),
            Map.entry("eucgb2312-cn", "GB18030"),
            Map.entry("gb18030-2000", "GB18030"),
            Map.entry("big5-tw", "Big5-HKSCS"),
            Map.entry("hkscs", "Big5-HKSCS"),
            Map.entry("shiftjis", "windows-31j"),
            Map.entry("s-jis", "windows-31j"),
            Map.entry("ms-kanji", "windows-31j"),
            Map.entry("mskanji", "windows-31j"),
            Map.entry("ujis", "EUC-JP"),
            Map.entry("u-jis", "EUC-JP"),
            Map.entry("korean", "x-windows-949"),
            Map.entry("ks-c-5601", "x-windows-949"),
            Map.entry("ksx1001", "x-windows-949"),
            Map.entry("ks-x-1001", "x-windows-949"),
            Map.entry("ms-ansi", "windows-1252"),
            Map.entry("ms-ee", "windows-1250"),
            Map.entry("ms-cyrl", "windows-1251"),
            Map.entry("ms-greek", "windows-1253"),
            Map.entry("ms-turk", "windows-1254"),
            Map.entry("ms-hebr", "windows-1255"),
            Map.entry("ms-arab", "windows-1256"),
            Map.entry("winbaltrim", "windows-1257"),
            Map.entry("latin7", "ISO-8859-13"),
            Map.entry("l7", "ISO-8859-13"),
            Map.entry("mac-latin2", "x-MacCentralEurope"),
            Map.entry("maclatin2", "x-MacCentralEurope"),
            Map.entry("mac-centeuro", "x-MacCentralEurope"),
            Map.entry("ebcdic-cp-ca", "IBM037"),
            Map.entry("ebcdic-cp-nl", "IBM037"),
            Map.entry("ebcdic-cp-wt", "IBM037"),
            Map.entry("ebcdic-cp-be", "IBM500"),
            Map.entry("ebcdic-cp-ch", "IBM500"),
            Map.entry("ebcdic-cp-he", "IBM424"),
            Map.entry("u16", "UTF-16"),
            Map.entry("u32", "UTF-32"),
            Map.entry("ucs-2", "UTF-16"),
            Map.entry("iso-10646-ucs-2", "UTF-16"),
            Map.entry("csunicode", "UTF-16"),
            Map.entry("ucs-4", "UTF-32"),
            Map.entry("iso-10646-ucs-4", "UTF-32"),
            Map.entry("csucs4", "UTF-32"));

    private static final Pattern NUMBER =
            Pattern.compile("(?:cs|pc|cp|p|ibm|ms|win|windows|codepage|8|-){0,4}(\\d{3,4})(?:[a-z].*)?");

    private EncodingNames() {}

    /** Empty for a name that nobody knows. */
    static Optional<Encoding> of(String declared) {
        var key = declared.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (key.isEmpty() || key.length() > 40) {
            return Optional.empty();
        }
        return MissingEncodings.of(key)
                .or(() -> charset(MEANT.getOrDefault(key, key)))
                .or(() -> charset(key.replaceFirst("^iso-?8859-?(\\d{1,2})(?:-\\d{4})?$", "iso-8859-$1")))
                .or(() -> charset(key.replaceFirst("^iso-?2022-?(jp|kr).*$", "iso-2022-$1")))
                .or(() -> charset(key.replaceFirst("^(?:x-)?mac-?", "x-mac")))
                .or(() -> charset(key.replaceFirst("^x-", "")))
                .or(() -> byNumber(key));
    }

    /** Code pages go by their numbers, whatever stands around them. */
    private static Optional<Encoding> byNumber(String key) {
        var number = NUMBER.matcher(key);
        if (!number.matches()) {
            return Optional.empty();
        }
        return charset("windows-" + number.group(1))
                .or(() -> charset("x-windows-" + number.group(1)))
                .or(() -> charset("ibm" + number.group(1)))
                .or(() -> charset("x-ibm" + number.group(1)));
    }

    private static Optional<Encoding> charset(String name) {
        try {
            return Optional.of(Encoding.of(Charset.forName(name)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
