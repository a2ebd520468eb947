package dev.tocsin.ingest.parse;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndFeedImpl;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.XmlReader;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.parse.ParsedFeed.Readable;
import dev.tocsin.ingest.parse.ParsedFeed.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jdom2.input.JDOMParseException;
import org.jspecify.annotations.Nullable;

/** Reads RSS 0.9 to 2.0, RDF and Atom. Whatever the bytes are, the answer is a value. */
public final class FeedParser {
    private static final String DEFAULT_ENCODING = "UTF-8";
    private static final int LOOKED_AT = 1024;

    private FeedParser() {}

    /** @param contentType of the answer that carried the bytes, which may name their encoding */
    public static ParsedFeed parse(byte[] body, @Nullable String contentType) {
        var start = startOf(body);
        if (start.isEmpty()) {
            return new Unreadable(Failure.NOT_A_FEED, "the answer is empty");
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html")) {
            return new Unreadable(Failure.NOT_A_FEED, "an HTML page, not a feed: look on that page for its RSS link");
        }
        if (!start.contains("<")) {
            return new Unreadable(Failure.NOT_A_FEED, "neither RSS nor Atom, and no XML at all");
        }
        try (var reader = reader(body, contentType)) {
            return readable(new SyndFeedImpl(new HardenedInput().build(new XmlCharacters(reader)), true));
        } catch (IOException e) {
            return new Unreadable(Failure.BROKEN_XML, "cannot be decoded: " + e.getMessage());
        } catch (FeedException e) {
            return broken(start, e);
        } catch (RuntimeException e) {
            // ROME says "Invalid document" of a root element it does not know, and trips over some that it does.
            return new Unreadable(Failure.NOT_A_FEED, "XML, but neither RSS nor Atom that can be read");
        }
    }

    private static XmlReader reader(byte[] body, @Nullable String contentType) throws IOException {
        var in = new ByteArrayInputStream(body);
        return contentType == null
                ? new XmlReader(in, true, DEFAULT_ENCODING)
                : new XmlReader(in, contentType, true, DEFAULT_ENCODING);
    }

    private static Unreadable broken(String start, FeedException e) {
        if (start.contains("<!doctype")) {
            return new Unreadable(Failure.DTD, "it has a DOCTYPE: document type definitions are refused");
        }
        if (e.getCause() instanceof JDOMParseException xml) {
            var detail =
                    xml.getCause() == null ? xml.getMessage() : xml.getCause().getMessage();
            return new Unreadable(Failure.BROKEN_XML, "broken XML at line " + xml.getLineNumber() + ": " + detail);
        }
        return new Unreadable(Failure.BROKEN_XML, "broken XML: " + e.getMessage());
    }

    private static Readable readable(SyndFeed feed) {
        var atom = feed.getFeedType() != null && feed.getFeedType().startsWith("atom");
        return new Readable(
                feed.getTitle(),
                feed.getLink(),
                feed.getLanguage(),
                feed.getEntries().stream().map(e -> ItemReader.read(e, atom)).toList());
    }

    /** The first characters in lower case, without byte order mark, blanks, XML declaration and encoding's zeros. */
    private static String startOf(byte[] body) {
        var head = new String(body, 0, Math.min(body.length, LOOKED_AT), StandardCharsets.ISO_8859_1)
                .replace("\0", "")
                .replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .strip();
        return head.replaceFirst("^<\\?xml[^>]*\\?>", "").strip().toLowerCase(Locale.ROOT);
    }
}
