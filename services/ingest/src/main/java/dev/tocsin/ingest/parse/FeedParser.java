package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.charset.TextDecoder;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import dev.tocsin.ingest.xml.Forgiven;
import dev.tocsin.ingest.xml.RefusedXmlException;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed and news sitemaps, as far as they go. Whatever the bytes
 * are, the answer is a value.
 */
public final class FeedParser {
    private FeedParser() {}

    /** A feed whose address is not known: relative links stay relative. */
    public static ParsedFeed parse(byte[] body, @Nullable String contentType) {
        return parse(body, contentType, null);
    }

    /**
     * @param contentType of the answer that carried the bytes, which may name their encoding
     * @param url where the bytes are from, after redirects: what relative links refer to
     */
    public static ParsedFeed parse(byte[] body, @Nullable String contentType, @Nullable String url) {
        var decoded = TextDecoder.feed(body, contentType);
        var text = decoded.text();
        int first = firstSign(text);
        if (first == text.length()) {
            return new Unreadable(Failure.NOT_A_FEED, "the answer is empty");
        }
        var forgiven = new Forgiven();
        decoded.forgiven().forEach(forgiven::add);
        if (text.charAt(first) == '{') {
            return new JsonFeed(url, forgiven).read(text);
        }
        if (text.indexOf('<', first) < 0) {
            return new Unreadable(Failure.NOT_A_FEED, "neither RSS nor Atom, and no XML at all");
        }
        var feed = new XmlFeed(url, forgiven);
        try {
            return feed.read(text);
        } catch (RefusedXmlException e) {
            return feed.refused(e);
        }
    }

    private static int firstSign(String text) {
        int i = 0;
        while (i < text.length() && (text.charAt(i) <= ' ' || text.charAt(i) == '\uFEFF')) {
            i++;
        }
        return i;
    }
}
