package dev.tocsin.ingest.page;

import dev.tocsin.ingest.article.CanonicalUrl;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** What a page states of itself besides its text: JSON-LD, OpenGraph, Dublin Core, links and headings, in one place. */
record Metadata(
        Landmarks page, MetaTags meta, JsonLd ld, Titles titles, Optional<String> siteName, Optional<String> summary) {
    private static final int MAX_MEDIA = 10;

    static Metadata of(Landmarks page) {
        var meta = MetaTags.of(page);
        var ld = JsonLd.of(page);
        var site = meta.first("og:site_name")
                .or(() -> ld.names("publisher").stream().findFirst())
                .or(() -> meta.first("application-name"));
        var summary = meta.first("og:description", "description", "twitter:description", "dc.description")
                .or(() -> ld.text("description"));
        return new Metadata(page, meta, ld, Titles.of(page, meta, ld, site), site, summary);
    }

    Optional<String> canonicalUrl(String url) {
        return Stream.concat(links("canonical"), meta.all("og:url"))
                .flatMap(l -> CanonicalUrl.absolute(l, url).stream())
                .filter(CanonicalUrl::namesOnePage)
                .findFirst();
    }

    Optional<String> ampUrl(String url) {
        return links("amphtml")
                .flatMap(l -> CanonicalUrl.absolute(l, url).stream())
                .findFirst();
    }

    List<Page.Media> media(String url) {
        var images = Stream.concat(
                meta.all("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"),
                ld.addresses("image").stream());
        var videos = Stream.concat(
                meta.all("og:video:secure_url", "og:video", "og:video:url"), ld.addresses("video").stream());
        var found = new LinkedHashSet<Page.Media>();
        images.flatMap(i -> CanonicalUrl.absolute(i, url).stream())
                .forEach(i -> found.add(new Page.Media(Page.Media.Kind.IMAGE, i)));
        videos.flatMap(v -> CanonicalUrl.absolute(v, url).stream())
                .forEach(v -> found.add(new Page.Media(Page.Media.Kind.VIDEO, v)));
        return found.stream().limit(MAX_MEDIA).toList();
    }

    private Stream<String> links(String rel) {
        return page.tag("link")
                .filter(l -> rel.equalsIgnoreCase(l.attr("rel").strip()))
                .map((Element l) -> l.attr("href"));
    }
}
