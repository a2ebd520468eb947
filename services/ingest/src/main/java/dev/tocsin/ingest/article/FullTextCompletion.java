package dev.tocsin.ingest.article;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.publish.Completion;
import dev.tocsin.ingest.reading.PageReader;
import dev.tocsin.ingest.reading.PageReading.Readable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Puts pages' texts into the articles of a feed that carries summaries. The pages are asked side by side; how many at a
 * time, and how often of one host, is the page reader's to decide. What has not come in time goes out as the feed has it:
 * late is worse than short.
 */
public final class FullTextCompletion implements Completion {
    private final FullTextNeed need;
    private final PageReader pages;
    private final Limits limits;
    private final Duration patience;

    /** @param patience for all pages of a batch together */
    public FullTextCompletion(FullTextNeed need, PageReader pages, Limits limits, Duration patience) {
        this.need = need;
        this.pages = pages;
        this.limits = limits;
        this.patience = patience;
    }

    @Override
    public List<FetchedArticle> complete(List<FetchedArticle> articles) {
        if (articles.stream().noneMatch(need::of)) {
            return articles;
        }
        var reads = articles.stream()
                .<Callable<FetchedArticle>>map(a -> () -> need.of(a) ? completed(a) : a)
                .toList();
        var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("page-", 0).factory());
        try {
            var futures = threads.invokeAll(reads, patience.toMillis(), TimeUnit.MILLISECONDS);
            var all = new ArrayList<FetchedArticle>(articles.size());
            for (int i = 0; i < articles.size(); i++) {
                all.add(inTime(futures.get(i), articles.get(i)));
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return articles;
        } finally {
            threads.shutdownNow();
        }
    }

    private FetchedArticle completed(FetchedArticle article) {
        var url = article.url();
        return url != null && pages.read(url) instanceof Readable page ? merged(article, page, limits) : article;
    }

    /** A page that could not be read, for whatever reason, is no reason to lose the item. */
    private static FetchedArticle inTime(Future<FetchedArticle> future, FetchedArticle otherwise)
            throws InterruptedException {
        try {
            return future.isCancelled() ? otherwise : future.get();
        } catch (ExecutionException e) {
            return otherwise;
        }
    }

    /**
     * The feed's word counts where it gives one: title and date are the page's only where the feed has none, the text is
     * the page's where that is longer and no wall; what the feed had becomes the summary. Its canonical address is the one
     * that the page names as its own.
     */
    static FetchedArticle merged(FetchedArticle item, Readable page, Limits limits) {
        var text = Text.capped(Text.clean(page.text()), limits.text());
        boolean longer = !page.wall() && text.length() > item.text().length();
        var summary = longer && item.summary() == null && !item.text().isEmpty()
                ? Text.capped(item.text(), Limits.SUMMARY)
                : item.summary();
        var canonical = page.wall() || page.text().isEmpty() || item.url() == null
                ? Optional.<String>empty()
                : CanonicalUrl.declared(item.url(), page.canonical()).filter(CanonicalUrl::namesOnePage);
        var published = item.publishedAt() == null && !page.wall()
                ? PlausibleDate.of(page.published(), item.fetchedAt()).orElse(null)
                : item.publishedAt();
        return new FetchedArticle(
                item.id(),
                item.revision(),
                item.url(),
                canonical.orElse(item.canonicalUrl()),
                item.externalId(),
                item.title() == null && !page.wall() ? Text.line(page.title(), Limits.TITLE) : item.title(),
                longer ? text : item.text(),
                summary,
                item.author(),
                published,
                item.fetchedAt(),
                item.replay(),
                item.feed(),
                item.source(),
                item.origin(),
                item.media(),
                item.declaredLanguage(),
                item.changed(),
                item.exercise());
    }
}
