package dev.tocsin.ingest.page;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Entities.EscapeMode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Foreign HTML becomes HTML that is safe to store and to show: text and its structure, links to the web and nothing
 * that runs, loads, styles or tells anybody who reads it. Pictures are left out, since loading one names the reader.
 *
 * <p>No element is let through whose content HTML parses by rules of its own (svg, math, style, noscript, textarea,
 * template): these are what mutation XSS is made of (Heiderich et al.: mXSS Attacks, CCS 2013).
 */
public final class Sanitiser {
    private static final Cleaner CLEANER = new Cleaner(new Safelist()
            .addTags("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "figure", "figcaption")
            .addTags("ul", "ol", "li", "dl", "dt", "dd")
            .addTags("table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td")
            .addTags(
                    "a", "em", "strong", "b", "i", "u", "s", "del", "ins", "mark", "small", "sub", "sup", "q", "cite",
                    "code", "abbr", "time")
            .addAttributes("a", "href")
            .addAttributes("th", "colspan", "rowspan")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("time", "datetime")
            .addAttributes("abbr", "title")
            .addProtocols("a", "href", "http", "https")
            .preserveRelativeLinks(false)
            .addEnforcedAttribute("a", "rel", "nofollow noopener"));
    private static final OutputSettings PLAIN =
            new OutputSettings().prettyPrint(false).escapeMode(EscapeMode.xhtml);

    private Sanitiser() {}

    /**
     * @param html a fragment or a whole page; what is over the limits of {@link PageLimits} is cut off
     * @param url the address it came from: relative links become absolute; may be empty, then they are dropped
     * @return a fragment; cleaning it again changes nothing
     */
    public static String clean(String html, String url) {
        var clean = CLEANER.clean(Jsoup.parseBodyFragment(PageLimits.cut(html), url));
        return clean.outputSettings(PLAIN).body().html();
    }
}
