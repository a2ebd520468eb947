package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.query.AlertQuery;
import dev.tocsin.archive.query.ArticleQuery;
import dev.tocsin.archive.query.Position;
import dev.tocsin.archive.query.Slice;
import dev.tocsin.archive.view.AlertHead;
import dev.tocsin.archive.view.Standing;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions to a store, and what its answers are compared with. */
final class Queries {
    private Queries() {}

    static ArticleQuery articles(@Nullable String topic, @Nullable Position after, int limit) {
        return new ArticleQuery(null, topic, null, null, null, null, after, limit);
    }

    static ArticleQuery ofStory(String story) {
        return new ArticleQuery(null, null, null, story, null, null, null, 10);
    }

    static ArticleQuery filter(
            @Nullable String language, @Nullable String source, @Nullable Instant from, @Nullable Instant to) {
        return new ArticleQuery(language, null, source, null, from, to, null, 10);
    }

    static List<String> ids(Slice<ObjectNode> slice) {
        return slice.items().stream().map(i -> i.get("id").asText()).toList();
    }

    static List<String> titles(Slice<ObjectNode> slice) {
        return slice.items().stream().map(i -> i.get("title").asText()).toList();
    }

    /** As a reader of the channel sees it: whether a number was an int or a long is no part of JSON. */
    static ObjectNode json(Object message) {
        try {
            return (ObjectNode) Json.mapper().readTree(Json.write(message));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ClassifiedArticle revised(int revision) {
        return Samples.article("a1", revision, Samples.AT, "it", "protests", "Title " + revision, "Text");
    }

    static Slice<ObjectNode> all(Store store) {
        return store.articles(articles(null, null, 100));
    }

    static Slice<AlertHead> alerts(Store store, @Nullable Standing standing, @Nullable Instant since) {
        return store.alerts(new AlertQuery(null, standing, since, null, 10));
    }
}
