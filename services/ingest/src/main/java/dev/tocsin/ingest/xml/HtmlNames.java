package dev.tocsin.ingest.xml;

import java.util.Set;

/** What must be known of HTML to read the HTML that feeds carry without escaping it, and without closing it. */
final class HtmlNames {
    private static final Set<String> VOID = Set.of("br", "img", "hr", "input", "wbr", "area", "embed", "param", "meta");

    /** A new one of them ends the one before. */
    private static final Set<String> IN_A_ROW = Set.of("p", "li", "td", "tr", "th", "dd", "dt", "option");

    private HtmlNames() {}

    static boolean isVoid(String canonical) {
        return VOID.contains(bare(canonical));
    }

    static boolean endsItsLike(String canonical) {
        return IN_A_ROW.contains(bare(canonical));
    }

    private static String bare(String canonical) {
        return canonical.startsWith("xhtml:") ? canonical.substring("xhtml:".length()) : canonical;
    }
}
