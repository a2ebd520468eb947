package dev.tocsin.ingest.xml;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The namespaces that feeds use, under one prefix each. RSS in all its versions, Atom and its drafts have none: their
 * elements of one name mean the same. An address is known with or without its last slash or hash, in any case.
 */
final class Vocabulary {
    private static final String OWN = "";
    private static final Map<String, String> PREFIXES = prefixes();

    private Vocabulary() {}

    private static Map<String, String> prefixes() {
        var known = new HashMap<String, String>();
        for (var own : new String[] {
            "http://backend.userland.com/rss",
            "http://backend.userland.com/rss2",
            "http://backend.userland.com/rss091",
            "http://backend.userland.com/rss092",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://cyber.law.harvard.edu/rss/rss.html",
            "http://purl.org/rss/1.0",
            "http://purl.org/rss/1.0/modules/rss091",
            "http://purl.org/net/rss1.1",
            "http://my.netscape.com/rdf/simple/0.9",
            "http://channel.netscape.com/rdf/simple/0.9",
            "http://my.netscape.com/publish/formats/rss-0.91.dtd",
            "http://purl.org/atom/ns",
            "http://www.w3.org/2005/atom",
            "https://www.w3.org/2005/atom",
            "http://purl.org/pie",
            "http://purl.org/echo",
            "uri/of/echo/namespace",
            "http://example.com/newformat",
            "http://example.com/necho",
            "http://www.sitemaps.org/schemas/sitemap/0.9",
            "https://www.sitemaps.org/schemas/sitemap/0.9",
            "http://www.google.com/schemas/sitemap/0.84",
            "http://www.google.com/schemas/sitemap/0.9"
        }) {
            known.put(own, OWN);
        }
        known.put("http://purl.org/dc/elements/1.1", "dc");
        known.put("http://purl.org/dc/elements/1.0", "dc");
        known.put("http://purl.org/dc/terms", "dcterms");
        known.put("http://purl.org/rss/1.0/modules/content", "content");
        known.put("http://purl.org/rss/1.0/modules/syndication", "sy");
        known.put("http://search.yahoo.com/mrss", "media");
        known.put("https://search.yahoo.com/mrss", "media");
        known.put("http://tools.search.yahoo.com/mrss", "media");
        known.put("http://www.rssboard.org/media-rss", "media");
        known.put("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes");
        known.put("http://example.com/dtds/podcast-1.0.dtd", "itunes");
        known.put("http://www.w3.org/1999/xhtml", "xhtml");
        known.put("http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf");
        known.put("http://www.w3.org/xml/1998/namespace", "xml");
        known.put("http://www.google.com/schemas/sitemap-news/0.9", "news");
        known.put("https://www.google.com/schemas/sitemap-news/0.9", "news");
        known.put("http://www.google.com/schemas/sitemap-image/1.1", "image");
        known.put("http://rssnamespace.org/feedburner/ext/1.0", "feedburner");
        known.put("http://wordpress.org/export/1.2/excerpt", "excerpt");
        known.put("http://www.georss.org/georss", "georss");
        known.put("http://purl.org/rss/1.0/modules/textinput", "ti");
        known.put("http://wellformedweb.org/commentapi", "wfw");
        known.put("http://purl.org/rss/1.0/modules/slash", "slash");
        return Map.copyOf(known);
    }

    /** @return the empty string for RSS and Atom themselves, null where the namespace is not known */
    static @Nullable String prefixOf(String uri) {
        var key = uri.strip().toLowerCase(Locale.ROOT);
        int end = key.length();
        while (end > 0 && (key.charAt(end - 1) == '/' || key.charAt(end - 1) == '#')) {
            end--;
        }
        return PREFIXES.get(key.substring(0, end));
    }
}
