package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import java.util.List;

/**
 * What is done to articles that are about to go out, and only to those: the costly things, such as asking for their pages.
 */
@FunctionalInterface
public interface Completion {
    Completion NONE = articles -> articles;

    /** The same articles in the same order, with the same ids, perhaps with more in them; never fails because of one. */
    List<FetchedArticle> complete(List<FetchedArticle> articles);

    default Completion then(Completion next) {
        return articles -> next.complete(complete(articles));
    }
}
