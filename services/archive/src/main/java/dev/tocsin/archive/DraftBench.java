package dev.tocsin.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.lab.Hit;
import dev.tocsin.archive.lab.Met;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;

/** Has articles met with packs that are not in force, by classify, where the terms' analyzers are. */
@Singleton
final class DraftBench {
    /** As much as classify reads of a text. */
    private static final int MOST_TEXT = 60_000;

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private final URI address;
    private final ServiceKey key;

    DraftBench(ArchiveConfig config, ServiceKey key) {
        this.key = key;
        address = URI.create(config.classifyUrl().toString().replaceAll("/+$", "") + "/packs/meet");
    }

    /** Why classify gave no answer. */
    static final class NoAnswerException extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean passing;

        NoAnswerException(String message, boolean passing) {
            super(message);
            this.passing = passing;
        }

        /** Whether it may answer when it is asked again. */
        boolean isPassing() {
            return passing;
        }
    }

    /**
     * The articles as they meet a draft, and the pack in force.
     *
     * @param packs the draft, and the one in force where there is one
     * @param articles whole
     */
    List<Met> meet(List<JsonNode> packs, List<ObjectNode> articles) throws NoAnswerException, InterruptedException {
        var request = Json.mapper().createObjectNode();
        request.putArray("packs").addAll(packs);
        var texts = request.putArray("texts");
        articles.forEach(article -> texts.add(text(article)));
        var answers = new HashMap<String, JsonNode>();
        ask(Json.write(request))
                .path("items")
                .forEach(m -> answers.put(m.path("id").asText(), m));
        var met = new ArrayList<Met>();
        for (var article : articles) {
            var answer = answers.get(article.path("id").asText());
            if (answer == null || answer.path("hits").size() != packs.size()) {
                throw new NoAnswerException("classify answered without the article it was asked for", false);
            }
            met.add(met(article, answer));
        }
        return met;
    }

    private static ObjectNode text(ObjectNode article) {
        var text = article.path(Fields.TEXT).asText();
        var asked = Json.mapper()
                .createObjectNode()
                .put("id", article.path("id").asText())
                .put("language", language(article))
                .put("text", text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text)
                .put("sign", article.path("signature").isEmpty());
        asked.set("title", article.get("title"));
        return asked.put("at", at(article).toString());
    }

    private static Met met(ObjectNode article, JsonNode answer) throws NoAnswerException {
        try {
            var hits = answer.path("hits");
            var mapper = Json.mapper();
            var signature = new ArrayList<String>();
            var known = article.path("signature");
            (known.isEmpty() ? answer.path("signature") : known).forEach(key -> signature.add(key.asText()));
            return new Met(
                    article.path("id").asText(),
                    at(article),
                    language(article),
                    article.path("source").path("name").asText(),
                    article.path("title").textValue(),
                    article.path(Fields.TEXT).asText(),
                    mapper.treeToValue(hits.get(0), Hit.class),
                    hits.size() < 2 ? null : mapper.treeToValue(hits.get(1), Hit.class),
                    signature);
        } catch (IOException e) {
            throw new NoAnswerException("classify's answer makes no sense: " + e.getMessage(), false);
        }
    }

    private JsonNode ask(byte[] body) throws NoAnswerException, InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(ANSWER)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body));
            key.value().ifPresent(value -> request.header(ServiceKey.HEADER, value));
            var response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new NoAnswerException(
                        "classify answered " + response.statusCode() + detail(response.body()),
                        response.statusCode() >= 500);
            }
            return Json.read(response.body(), JsonNode.class);
        } catch (UnreadableMessageException e) {
            throw new NoAnswerException("classify's answer " + e.getMessage(), false);
        } catch (IOException e) {
            throw new NoAnswerException("classify does not answer at " + address.getAuthority(), true);
        }
    }

    private static String detail(byte[] body) {
        try {
            var detail = Json.read(body, JsonNode.class).path("detail").textValue();
            return detail == null ? "" : ": " + detail;
        } catch (UnreadableMessageException e) {
            return "";
        }
    }

    private static String language(ObjectNode article) {
        return article.path("language").path("tag").asText("und");
    }

    private static Instant at(ObjectNode article) {
        var published = article.path("publishedAt").textValue();
        return Instant.parse(published == null ? article.path("fetchedAt").asText() : published);
    }
}
