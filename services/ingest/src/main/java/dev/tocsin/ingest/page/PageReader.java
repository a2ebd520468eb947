package dev.tocsin.ingest.page;

import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Reads a news page: text, metadata, and whether it is an article at all. Never fails: a bad page gives an empty one. */
public final class PageReader {
    private PageReader() {}

    /**
     * @param html of any size; what is over the limits is not looked at
     * @param url the address the page came from, for relative links; may be empty
     */
    public static Page read(String html, String url) {
        return read(Jsoup.parse(PageLimits.cut(html), url), url);
    }

    /**
     * @param charset what the HTTP header declared; without it the byte order mark and the page's own declaration count
     * @param url the address the page came from, for relative links; may be empty
     */
    public static Page read(byte[] html, @Nullable String charset, String url) {
        return read(PageCharset.decode(html, charset), url);
    }

    private static Page read(Document page, String url) {
        var data = Metadata.of(Landmarks.of(page));
        var text = ArticleText.of(
                Segmenter.of(page.body()),
                data.titles(),
                data.summary(),
                data.ld().body());
        var wall = WallDetector.of(data, url, text);
        var dates = PageDates.of(data, url);
        return new Page(
                data.titles().best().orElse(null),
                dates.published().orElse(null),
                dates.updated().orElse(null),
                Authors.of(data).orElse(null),
                PageLanguage.of(data).orElse(null),
                data.siteName().orElse(null),
                data.canonicalUrl(url).orElse(null),
                data.ampUrl(url).orElse(null),
                readable(text, data.summary(), wall),
                data.summary().orElse(null),
                data.media(url),
                wall);
    }

    private static String readable(String text, Optional<String> summary, Wall wall) {
        if (wall.hidesAll()) {
            return "";
        }
        var shown = text.isEmpty() && !wall.stands() ? summary.orElse("") : text;
        return shown.length() <= PageLimits.MAX_TEXT ? shown : shown.substring(0, PageLimits.MAX_TEXT);
    }
}
