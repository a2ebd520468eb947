package dev.tocsin.ingest.publish;

import dev.tocsin.contracts.FetchedArticle;
import dev.tocsin.ingest.edit.Wording;
import org.jspecify.annotations.Nullable;

/** What is to be done with an article that somebody carries. */
sealed interface Decision {
    /**
     * Nobody has seen it.
     *
     * @param article its first revision, or the next where the first was perhaps sent in other words
     */
    record First(FetchedArticle article, Wording wording) implements Decision {}

    /**
     * It is another than before.
     *
     * @param key of what is new in it
     * @param wording null where the giver's wording stays what it was
     */
    record Revise(FetchedArticle article, long key, @Nullable Wording wording) implements Decision {}

    /** It is known, and there is something new to remember of it. */
    record Note(Mark mark, Publication fate) implements Decision {}

    /** It is known, and nothing is new. */
    record Nothing() implements Decision {}
}
