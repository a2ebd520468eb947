package dev.tocsin.alerts;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.contracts.Verdict;
import org.jspecify.annotations.Nullable;

/** What the bytes of a message turned out to be. */
sealed interface Reading {
    /** A classified article. */
    record Article(ClassifiedArticle article) implements Reading {}

    /** An analyst's decision. */
    record Decision(Verdict verdict) implements Reading {}

    /** Something else, kept whole for the dead letters. */
    record Unreadable(byte @Nullable [] bytes, String reason) implements Reading {}

    static Reading article(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Unreadable(null, "has no value, expected a ClassifiedArticle");
        }
        try {
            return new Article(Json.read(bytes, ClassifiedArticle.class));
        } catch (UnreadableMessageException e) {
            return new Unreadable(bytes, String.valueOf(e.getMessage()));
        }
    }

    static Reading verdict(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Unreadable(null, "has no value, expected a Verdict");
        }
        try {
            return new Decision(Json.read(bytes, Verdict.class));
        } catch (UnreadableMessageException e) {
            return new Unreadable(bytes, String.valueOf(e.getMessage()));
        }
    }
}
