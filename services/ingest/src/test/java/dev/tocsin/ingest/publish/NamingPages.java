package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;

/** Pages that name one address as their own, whatever the feed said. */
final class NamingPages {
    private static final String NAMED = "https://courier.example/port-closed";

    /** The id of the article at that address. */
    static final String HOME = ArticleId.ofPage(NAMED);

    /** Each page does. */
    static final Completion NAMING_HOME =
            articles -> articles.stream().map(NamingPages::named).toList();

    private NamingPages() {}

    /** Only the page of that article does. */
    static Completion namingHome(String id) {
        return articles ->
                articles.stream().map(a -> a.id().equals(id) ? named(a) : a).toList();
    }

    private static FetchedArticle named(FetchedArticle a) {
        return new FetchedArticle(
                a.id(),
                a.revision(),
                a.url(),
                NAMED,
                a.externalId(),
                a.title(),
                a.text(),
                a.summary(),
                a.author(),
                a.publishedAt(),
                a.fetchedAt(),
                a.replay(),
                a.feed(),
                a.source(),
                a.origin(),
                a.media(),
                a.declaredLanguage());
    }
}
