package dev.tocsin.classify.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.classify.figures.Figures;
import dev.tocsin.contracts.Claim;
import dev.tocsin.contracts.Json;
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
 * Measures the figures that are found against labelled texts, on one thread.
 *
 * <p>A row has {@code id}, {@code lang}, {@code text}, and may have a {@code title} and {@code claims:[{kind, low,
 * high, scope, attributedTo, certainty, quote, optional}]}. Each prediction is a line {@code {id, claims:[…]}} of F
 * with the same fields and {@code asOf, start, end}, in input order.
 */
public final class ClaimEval {
    private ClaimEval() {}

    static void run(Path file, @Nullable Path out) throws IOException {
        var rows = read(file);
        long start = System.nanoTime();
        var predicted = new ArrayList<List<Claim>>();
        for (var row : rows) {
            predicted.add(Figures.find(row.language(), row.title(), row.text(), null));
        }
        double perSecond = rows.size() * 1e9 / (System.nanoTime() - start);
        var lines = IntStream.range(0, rows.size())
                .mapToObj(i -> line(rows.get(i), predicted.get(i)))
                .toList();
        var report = ClaimReport.of(rows, predicted, perSecond);
        Eval.report("claims", report.table(), report, out, lines);
    }

    private static String line(ClaimText row, List<Claim> claims) {
        var node = Json.mapper().createObjectNode().put("id", row.id());
        node.set("claims", Json.mapper().valueToTree(claims));
        return node.toString();
    }

    static List<ClaimText> read(Path file) throws IOException {
        var rows = new ArrayList<ClaimText>();
        for (var line : Files.readAllLines(file)) {
            if (line.isBlank()) {
                continue;
            }
            var node = Json.mapper().readTree(line);
            rows.add(new ClaimText(
                    node.path("id").asText(),
                    node.path("lang").asText("und"),
                    node.path("title").isTextual() ? node.path("title").asText() : null,
                    node.path("text").asText(""),
                    node.has("claims") ? Optional.of(gold(node.path("claims"))) : Optional.empty()));
        }
        return rows;
    }

    private static List<GoldClaim> gold(JsonNode claims) {
        var all = new ArrayList<GoldClaim>();
        claims.forEach(c -> all.add(new GoldClaim(
                c.path("kind").asText(),
                c.path("low").isNumber() ? c.path("low").asLong() : null,
                c.path("high").isNumber() ? c.path("high").asLong() : null,
                c.path("scope").asText("unspecified"),
                c.path("certainty").asText("reported"),
                c.path("optional").asBoolean(false))));
        return all;
    }

    /** One text to predict; its claims are empty where the file has none. */
    record ClaimText(
            String id, String language, @Nullable String title, String text, Optional<List<GoldClaim>> claims) {}

    /** A labelled claim; an optional one is right either way. */
    record GoldClaim(
            String kind, @Nullable Long low, @Nullable Long high, String scope, String certainty, boolean optional) {
        boolean same(Claim claim) {
            return kind.equals(claim.kind()) && Objects.equals(low, claim.low()) && Objects.equals(high, claim.high());
        }
    }
}
