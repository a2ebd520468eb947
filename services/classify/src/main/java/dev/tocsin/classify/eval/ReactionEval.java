package dev.tocsin.classify.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.classify.actors.Actors;
import dev.tocsin.classify.actors.InvalidActorsException;
import dev.tocsin.classify.reactions.Reactions;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.Reaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Measures what is found of reactions against labelled texts, on one thread.
 *
 * <p>A row has {@code id}, {@code lang}, {@code title}, {@code text} and may have {@code reactions:[{actor, stance}]}. Each
 * prediction is a line {@code {id, reactions:[{actor, stance, towards, quote}]}} of F, in input order.
 */
public final class ReactionEval {
    private static final String ACTORS = "TOCSIN_CLASSIFY_ACTORS";

    private ReactionEval() {}

    static void run(Path file, @Nullable Path out) throws IOException, InvalidActorsException {
        var actors = Actors.read(Path.of(Objects.requireNonNullElse(System.getenv(ACTORS), "actors")));
        var reactions = new Reactions(actors);
        var rows = read(file);
        long start = System.nanoTime();
        var predicted = new ArrayList<List<Reaction>>();
        for (var row : rows) {
            var mentions = actors.find(row.language(), row.title(), row.text());
            predicted.add(reactions.find(row.language(), row.title(), row.text(), mentions));
        }
        double perSecond = rows.size() * 1e9 / (System.nanoTime() - start);
        var lines = IntStream.range(0, rows.size())
                .mapToObj(i -> line(rows.get(i), predicted.get(i)))
                .toList();
        var report = ReactionReport.of(rows, predicted, perSecond);
        Eval.report("reactions", report.table(), report, out, lines);
    }

    private static String line(ToldText row, List<Reaction> reactions) {
        var node = Json.mapper().createObjectNode().put("id", row.id());
        var array = node.putArray("reactions");
        for (var reaction : reactions) {
            array.addObject()
                    .put("actor", reaction.actor())
                    .put("stance", reaction.stance())
                    .put("towards", reaction.towards())
                    .put("quote", reaction.quote());
        }
        return node.toString();
    }

    static List<ToldText> read(Path file) throws IOException {
        var rows = new ArrayList<ToldText>();
        for (var line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                rows.add(row(Json.mapper().readTree(line)));
            }
        }
        return rows;
    }

    private static ToldText row(JsonNode node) {
        Optional<List<Told>> told = Optional.empty();
        if (node.has("reactions")) {
            var list = new ArrayList<Told>();
            node.path("reactions")
                    .forEach(r -> list.add(
                            new Told(actor(r.path("actor")), r.path("stance").asText())));
            told = Optional.of(list);
        }
        return new ToldText(
                node.path("id").asText(),
                node.path("lang").asText("und"),
                node.path("title").isTextual() ? node.path("title").asText() : null,
                node.path("text").asText(""),
                told);
    }

    private static String actor(JsonNode actor) {
        return actor.isObject() ? actor.path("name").asText() : actor.asText();
    }

    /** A reaction that a reader found. */
    public record Told(String actor, String stance) {}

    /** One text to predict; what is told in it is empty where the file has no labels. */
    public record ToldText(
            String id, String language, @Nullable String title, String text, Optional<List<Told>> told) {}
}
