package dev.tocsin.alerts.ledger;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Articles on the figures of January 2022, in the words of invented sources, as classify understood them. */
final class TollArticles {
    private TollArticles() {}

    static List<ClassifiedArticle> all() {
        try {
            return Files.readAllLines(Path.of("src/test/resources/toll/articles.jsonl")).stream()
                    .map(TollArticles::article)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Facts facts(List<ClassifiedArticle> articles) {
        var facts = Facts.NONE;
        for (var article : articles) {
            facts = facts.plus(Reading.of(article, at(article)));
        }
        return facts;
    }

    private static Instant at(ClassifiedArticle article) {
        var fetched = article.fetched();
        return fetched.revision() == 1 ? fetched.eventTime() : fetched.fetchedAt();
    }

    private static ClassifiedArticle article(String line) {
        try {
            return Json.read(line.getBytes(StandardCharsets.UTF_8), ClassifiedArticle.class);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }
}
