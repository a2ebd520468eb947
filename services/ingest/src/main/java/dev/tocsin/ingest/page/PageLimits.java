package dev.tocsin.ingest.page;

import java.util.Arrays;

/** How much of a page is read: what is hostile is cut before a tree is built of it, as trees are what costs memory. */
final class PageLimits {
    /** Ten times a heavy news page. */
    static final int MAX_BYTES = 4 * 1024 * 1024;
    /** Tags, comments and what only looks like one; a heavy news page has 8,000. */
    static final int MAX_TAGS = 60_000;
    /** The most UTF-16 units of the text that is handed on. */
    static final int MAX_TEXT = 500_000;

    private PageLimits() {}

    static String cut(String html) {
        int end = Math.min(html.length(), MAX_BYTES);
        int tags = 0;
        for (int i = 0; i < end; i++) {
            if (html.charAt(i) == '<' && ++tags > MAX_TAGS) {
                return html.substring(0, i);
            }
        }
        return html.length() == end ? html : html.substring(0, end);
    }

    static byte[] cut(byte[] html) {
        int end = Math.min(html.length, MAX_BYTES);
        int tags = 0;
        for (int i = 0; i < end; i++) {
            if (html[i] == '<' && ++tags > MAX_TAGS) {
                return Arrays.copyOf(html, i);
            }
        }
        return html.length == end ? html : Arrays.copyOf(html, end);
    }
}
