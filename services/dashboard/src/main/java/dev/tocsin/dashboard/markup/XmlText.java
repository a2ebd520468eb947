package dev.tocsin.dashboard.markup;

/** The characters that XML can carry (XML 1.0, section 2.2, production 2); no escape brings the others through. */
public final class XmlText {
    private XmlText() {}

    /** Whether a code point may stand in a document. Carriage returns are left out: readers make line feeds of them. */
    public static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }

    /** A text without what may not stand in a document. */
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().filter(XmlText::isXml).forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
