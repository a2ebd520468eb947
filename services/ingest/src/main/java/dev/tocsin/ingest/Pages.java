package dev.tocsin.ingest;

import dev.tocsin.ingest.charset.TextDecoder;
import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.page.PageExtractor;
import dev.tocsin.ingest.reading.PageReader;
import dev.tocsin.ingest.reading.PageReading;
import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Pages of articles as those who ask for them see them: fetched, decoded, and cut down to their text. */
@DefaultBean
@ApplicationScoped
class Pages implements PageReader {
    /** A page's tree is many times its bytes. */
    private static final long HEAP_A_TREE = 24L * 1024 * 1024;

    private final PageFetcher fetcher;
    private final Semaphore trees =
            new Semaphore(Math.clamp(Runtime.getRuntime().maxMemory() / HEAP_A_TREE, 1, 16));

    Pages(PageFetcher fetcher) {
        this.fetcher = fetcher;
    }

    @Override
    public PageReading read(String url) {
        return read(url, fetcher::fetch);
    }

    /** Reads pages for a feed: one on the feed's own host is shown what the feed is shown. */
    PageReader of(Feed feed) {
        return url -> read(url, page -> fetcher.fetch(page, feed));
    }

    private interface Fetch {
        PageOutcome fetch(URI page);
    }

    private PageReading read(String url, Fetch fetch) {
        try {
            return switch (fetch.fetch(new URI(url))) {
                case PageOutcome.Fetched fetched -> unwalled(extracted(fetched), fetch);
                case PageOutcome.Gone(var status) -> new PageReading.Gone(status);
                case PageOutcome.Refused(var failure, var reason) -> new PageReading.Unknown(reason);
                case PageOutcome.Failed(var failure, var reason) -> new PageReading.Unknown(reason);
            };
        } catch (URISyntaxException e) {
            return new PageReading.Unknown("'" + url + "' is no address: " + e.getReason());
        }
    }

    /** A page, and where its own AMP version is. */
    private record Extract(PageReading.Readable page, @Nullable URI amp) {}

    /** Behind many walls the AMP version stands open. */
    private PageReading unwalled(Extract seen, Fetch fetch) {
        var page = seen.page();
        if (!page.wall() || seen.amp() == null || !(fetch.fetch(seen.amp()) instanceof PageOutcome.Fetched fetched)) {
            return page;
        }
        var open = extracted(fetched).page();
        return open.wall() || open.text().length() <= page.text().length()
                ? page
                : new PageReading.Readable(
                        page.url(), page.canonical(), page.title(), open.text(), page.published(), false);
    }

    /** What a page calls an address may be none; the page is read all the same. */
    private static @Nullable URI address(@Nullable String link) {
        try {
            return link == null ? null : new URI(link);
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private Extract extracted(PageOutcome.Fetched fetched) {
        var url = fetched.finalUri().toString();
        trees.acquireUninterruptibly();
        try {
            var html = TextDecoder.page(fetched.bytes(), fetched.contentType()).text();
            var page = PageExtractor.read(html, url);
            return new Extract(
                    new PageReading.Readable(
                            url,
                            page.canonicalUrl(),
                            page.title(),
                            page.text(),
                            page.published(),
                            page.wall().stands()),
                    address(page.ampUrl()));
        } finally {
            trees.release();
        }
    }
}
