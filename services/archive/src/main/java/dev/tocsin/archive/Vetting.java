package dev.tocsin.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.keep.Erasures;
import dev.tocsin.archive.keep.Redaction;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Stands before the store: what was erased does not come in again, whoever sends it, nor do its words in stories and alerts; and what came
 * behind its tombstones gets new ones.
 */
@Singleton
final class Vetting {
    private final Store store;
    private final ErasureList erasures;
    private final Tombstones tombstones;

    Vetting(Store store, ErasureList erasures, Tombstones tombstones) {
        this.tombstones = tombstones;
        this.store = store;
        this.erasures = erasures;
    }

    List<Rejection> articles(List<ClassifiedArticle> batch) {
        var erased = erasures.now();
        if (erased.isEmpty()) {
            return store.saveArticles(batch);
        }
        batch.stream()
                .map(article -> article.fetched().id())
                .filter(erased::has)
                .distinct()
                .forEach(tombstones::write);
        var places = IntStream.range(0, batch.size())
                .filter(i -> !erased.has(batch.get(i).fetched().id()))
                .boxed()
                .toList();
        return store.saveArticles(places.stream().map(batch::get).toList()).stream()
                .map(rejection -> new Rejection(places.get(rejection.index()), rejection.reason()))
                .toList();
    }

    List<Rejection> stories(List<Story> batch) {
        return store.saveStories(redacted(batch, Story.class));
    }

    List<Rejection> alerts(List<Alert> batch) {
        return store.saveAlerts(redacted(batch, Alert.class));
    }

    private <T> List<T> redacted(List<T> batch, Class<T> type) {
        var erased = erasures.now();
        return erased.isEmpty()
                ? batch
                : batch.stream().map(message -> redacted(message, type, erased)).toList();
    }

    private static <T> T redacted(T message, Class<T> type, Erasures erased) {
        ObjectNode tree = Json.mapper().valueToTree(message);
        try {
            return Redaction.apply(tree, erased) ? Json.mapper().treeToValue(tree, type) : message;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message without its words is none: " + e.getMessage(), e);
        }
    }
}
