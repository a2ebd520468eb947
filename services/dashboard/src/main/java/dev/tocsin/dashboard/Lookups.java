package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.pages.AlertHistory;
import dev.tocsin.dashboard.pages.TopicView;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/** Reads what pages show from the neighbours, as values. */
@Singleton
final class Lookups {
    private static final Logger LOG = Logger.getLogger(Lookups.class);
    private static final Duration NAMES_STAY = Duration.ofSeconds(10);

    private final Neighbours neighbours;
    private final InstantSource clock;
    private volatile Names names = new Names(MissingNode.getInstance(), Instant.MIN);

    /** The topics' packs, and until when they are not asked for again. */
    private record Names(JsonNode packs, Instant until) {}

    /** Reads the body of an answer. */
    private interface Reader<T> {
        T read(byte[] body) throws UnreadableMessageException;
    }

    Lookups(Neighbours neighbours, InstantSource clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    Lookup<Story> story(String id) {
        return get(Neighbour.ARCHIVE, "/stories/" + Neighbours.segment(id), b -> Json.read(b, Story.class));
    }

    Lookup<AlertHistory> alert(String story) {
        return get(Neighbour.ARCHIVE, "/alerts/" + Neighbours.segment(story), AlertHistory::read);
    }

    Lookup<ClassifiedArticle> article(String id) {
        return get(
                Neighbour.ARCHIVE, "/articles/" + Neighbours.segment(id), b -> Json.read(b, ClassifiedArticle.class));
    }

    /** A list's page, or any other answer, as a tree. */
    Lookup<JsonNode> tree(Neighbour neighbour, String path) {
        return get(neighbour, path, b -> Json.read(b, JsonNode.class));
    }

    /** The articles with these ids that can be had, in this order, fetched at the same time. */
    List<ClassifiedArticle> articles(List<String> ids) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Lookup<ClassifiedArticle>>>();
            for (var id : ids) {
                asked.add(threads.submit((Callable<Lookup<ClassifiedArticle>>) () -> article(id)));
            }
            var articles = new ArrayList<ClassifiedArticle>();
            for (var one : asked) {
                one.get().found().ifPresent(articles::add);
            }
            return articles;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a lookup broke: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    /** The English names of the topics, by id. */
    Map<String, String> topicNames() {
        return topicNames(Locale.ENGLISH);
    }

    /** What the topics are called in a language, by id. While the archive does not say, what it said last. */
    Map<String, String> topicNames(Locale reader) {
        var known = names;
        if (!clock.instant().isBefore(known.until())) {
            var packs = tree(Neighbour.ARCHIVE, "/topics").found().orElse(known.packs());
            known = new Names(packs, clock.instant().plus(NAMES_STAY));
            names = known;
        }
        var byId = new LinkedHashMap<String, String>();
        for (var pack : known.packs().path("items")) {
            byId.put(pack.path("id").asText(), TopicView.name(pack, reader));
        }
        return byId;
    }

    private <T> Lookup<T> get(Neighbour neighbour, String path, Reader<T> reader) {
        return switch (neighbours.get(neighbour, path)) {
            case Reply.Silence silence -> new Lookup.Failed<>(silence.problem());
            case Reply.Answer answer when answer.ok() -> read(neighbour, answer.body(), reader);
            case Reply.Answer answer -> new Lookup.Failed<>(problem(answer));
        };
    }

    private static <T> Lookup<T> read(Neighbour neighbour, byte[] body, Reader<T> reader) {
        try {
            return new Lookup.Found<>(reader.read(body));
        } catch (UnreadableMessageException e) {
            LOG.warnf("a neighbour's answer is unusable neighbour=%s error=%s", neighbour.label(), e.getMessage());
            return new Lookup.Failed<>(Problem.of(
                    502,
                    "A part of Tocsin gave no usable answer",
                    "The answer of the service '" + neighbour.label() + "' " + e.getMessage() + "."));
        }
    }

    /** The neighbour's own words on what is wrong. */
    static Problem problem(Reply.Answer answer) {
        try {
            var said = Json.read(answer.body(), JsonNode.class);
            // the neighbour's path, seen from here
            var instance = said.path("instance").asText();
            return Problem.of(
                            answer.status(),
                            said.path("title").asText("Status " + answer.status()),
                            said.path("detail").textValue())
                    .at(instance.startsWith("/") ? "/api" + instance : null);
        } catch (UnreadableMessageException e) {
            return Problem.of(answer.status(), "Status " + answer.status(), null);
        }
    }
}
