package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.xml.Element;
import dev.tocsin.ingest.xml.Reference;
import org.jspecify.annotations.Nullable;

/**
 * Makes the addresses of one feed absolute: against {@code xml:base} where a feed has one, else against its site, which
 * RSS means by a relative link, else against its own address.
 */
final class Addresses {
    private final @Nullable String feed;
    private @Nullable String site;

    /** @param feed null where it is not known; then nothing but {@code xml:base} is resolved against */
    Addresses(@Nullable String feed) {
        this.feed = feed;
        this.site = feed;
    }

    boolean isUnknown() {
        return feed == null;
    }

    void site(@Nullable String link) {
        if (feed != null && link != null) {
            var absolute = Reference.resolve(feed, link);
            var scheme = Reference.scheme(absolute);
            site = "http".equals(scheme) || "https".equals(scheme) ? absolute : feed;
        }
    }

    String resolve(Element at, String address) {
        var base = base(at);
        return base == null ? resolve(address) : Reference.resolve(base, clean(address));
    }

    String resolve(String address) {
        return Reference.resolve(site, clean(address));
    }

    /** What the document itself declares, made absolute as far as possible; null where it declares nothing. */
    @Nullable
    String base(Element at) {
        return at.base() == null ? null : Reference.resolve(feed, at.base());
    }

    /** Line breaks within an address are an editor's, and so are the blanks around it. */
    private static String clean(String address) {
        var stripped = address.strip();
        return stripped.indexOf('\n') < 0 && stripped.indexOf('\t') < 0
                ? stripped
                : stripped.replaceAll("\\s*[\\n\\t]\\s*", "");
    }
}
