package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.xml.Element;
import dev.tocsin.ingest.xml.Reference;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The one page that an item or a feed is about, out of all that links to something: the last alternate in HTML, else
 * what identifies it where that is an address, else an alternate of another kind.
 */
final class Links {
    private final Addresses addresses;
    private @Nullable String page;
    private @Nullable String other;
    private @Nullable String permalink;

    Links(Addresses addresses) {
        this.addresses = addresses;
    }

    /** The address of a link with a {@code href}; null for one that holds its address as text. */
    static @Nullable String href(Element link) {
        var href = link.attribute("href");
        if (href == null) {
            href = link.attribute("url");
        }
        return href == null ? link.attribute("uri") : href;
    }

    static String relation(Element link) {
        return link.attribute("rel", "alternate").strip().toLowerCase(Locale.ROOT);
    }

    void add(Element link) {
        var href = href(link);
        if (href == null) {
            page(link, link.text());
        } else if (relation(link).equals("alternate")) {
            var type = link.attribute("type", "text/html").strip().toLowerCase(Locale.ROOT);
            if (type.startsWith("text/html") || type.startsWith("application/xhtml") || type.equals("html")) {
                page(link, href);
            } else {
                other = addresses.resolve(link, href);
            }
        }
    }

    void page(Element at, String address) {
        if (!address.isBlank()) {
            page = addresses.resolve(at, address);
        }
    }

    /**
     * An identity that is no address, and only not said to be none, would become a wrong address by being resolved.
     *
     * @param sure whether the feed says that it is the address of a page
     */
    void identity(Element at, String id, boolean sure) {
        if (permalink == null
                && !id.isBlank()
                && (sure || addresses.isUnknown() || Reference.scheme(id.strip()) != null)) {
            permalink = addresses.resolve(at, id);
        }
    }

    @Nullable
    String best() {
        if (page != null) {
            return page;
        }
        boolean address = permalink != null && permalink.startsWith("http");
        return other == null || address ? permalink : other;
    }
}
