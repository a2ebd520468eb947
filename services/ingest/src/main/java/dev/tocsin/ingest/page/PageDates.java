package dev.tocsin.ingest.page;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** When a page says it was published and changed, the most reliable statement first. */
record PageDates(Optional<Instant> published, Optional<Instant> updated) {
    private static final String[] PUBLISHED = {
        "article:published_time",
        "article:published",
        "og:article:published_time",
        "og:published_time",
        "datepublished",
        "parsely-pub-date",
        "sailthru.date",
        "dc.date.issued",
        "dcterms.issued",
        "dc.date.created",
        "dcterms.created",
        "dc.date",
        "dcterms.date",
        "dc.terms.date",
        "cxenseparse:recs:publishtime",
        "article.published",
        "published_time_telegram",
        "pubdate",
        "publishdate",
        "publish-date",
        "publish_date",
        "published-date",
        "publication_date",
        "datecreated",
        "date"
    };
    private static final String[] UPDATED = {
        "article:modified_time", "article:modified", "og:article:modified_time", "og:updated_time", "datemodified",
        "dc.date.modified", "dcterms.modified", "article.updated", "lastmod", "last-modified"
    };

    static PageDates of(Metadata data, String url) {
        var ld = data.ld();
        var published = best(
                dates(Stream.of(
                        ld.text("datePublished").stream(),
                        data.meta().all(PUBLISHED),
                        ld.text("dateCreated").stream())),
                () -> dates(Stream.of(shown(data.page()))));
        var updated = best(
                dates(Stream.of(ld.text("dateModified").stream(), data.meta().all(UPDATED))),
                () -> dates(Stream.of(data.page().property("dateModified").flatMap(PageDates::written))));
        return new PageDates(published.or(() -> PageDate.inAddress(url)).map(PageDate::at), updated.map(PageDate::at));
    }

    /** The first stated, else the first shown; but where that names only the day, the first that also knows the hour. */
    private static Optional<PageDate> best(List<PageDate> stated, Supplier<List<PageDate>> shown) {
        if (!stated.isEmpty() && stated.getFirst().timed()) {
            return Optional.of(stated.getFirst());
        }
        var all = Stream.concat(stated.stream(), shown.get().stream()).toList();
        return all.stream().findFirst().map(first -> all.stream()
                .filter(d -> d.timed() && d.sameDay(first))
                .findFirst()
                .orElse(first));
    }

    private static List<PageDate> dates(Stream<Stream<String>> texts) {
        return texts.flatMap(s -> s).flatMap(s -> PageDate.parse(s).stream()).toList();
    }

    /** What readers see, the article's own before those of teasers. */
    private static Stream<String> shown(Landmarks page) {
        var times = page.tag("time")
                .sorted(Comparator.comparingInt(PageDates::rank))
                .flatMap(PageDates::written);
        return Stream.concat(page.property("datePublished").flatMap(PageDates::written), times);
    }

    private static int rank(Element time) {
        return time.hasAttr("pubdate") ? 0 : time.closest("article, main") != null ? 1 : 2;
    }

    private static Stream<String> written(Element e) {
        return Stream.of(e.attr("datetime"), e.attr("content"), e.attr("title"), e.ownText());
    }
}
