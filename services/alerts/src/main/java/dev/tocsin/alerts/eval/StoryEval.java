package dev.tocsin.alerts.eval;

import dev.tocsin.alerts.story.Known;
import dev.tocsin.alerts.story.OpenStories;
import dev.tocsin.alerts.story.Outcome;
import dev.tocsin.alerts.story.StoryEngine;
import dev.tocsin.alerts.story.StoryRules;
import dev.tocsin.alerts.story.StoryState;
import dev.tocsin.contracts.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code tocsin eval stories FILE.jsonl [--out F]}: runs the engine over articles in their order, as if all were hits of one
 * topic, in one pass and on one thread.
 *
 * <p>A row has {@code id, lang, published, source, title, text} and may have {@code story} and {@code pair}, and what
 * classify found ({@code signature}, {@code fingerprint}). Each prediction is a line {@code {id, story, origin}} of F.
 */
public final class StoryEval {
    private static final Path REPORT = Path.of("target", "eval-stories.json");

    private final StoryEngine engine = new StoryEngine(StoryRules.DEFAULTS);
    private final Map<String, StoryState> shelf = new HashMap<>();
    private final OpenStories open = new OpenStories(shelf::get);
    /** Nobody's: what is measured is how articles are told apart, in the order in which they came. */
    private final OpenStories over = new OpenStories(shelf::get);

    private final Map<String, String> storyOf = new HashMap<>();

    private StoryEval() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 1 && !(args.length == 3 && args[1].equals("--out"))) {
            System.err.println("usage: eval stories FILE.jsonl [--out FILE]");
            System.exit(2);
        }
        var rows = StoryRow.read(Path.of(args[0]));
        long start = System.nanoTime();
        var predicted = predict(rows);
        double perSecond = rows.size() * 1e9 / (System.nanoTime() - start);
        if (args.length == 3) {
            Files.write(
                    Path.of(args[2]), predicted.stream().map(StoryEval::line).toList());
        }
        var report = StoryReport.of(rows, predicted, perSecond);
        System.out.print(report.table());
        Files.createDirectories(REPORT.getParent());
        Files.write(REPORT, Json.write(report));
    }

    /**
     * Where an article was put.
     *
     * @param origin who stands behind it within its story, told apart from other stories' origins
     */
    record Placed(String id, String story, String origin) {}

    static List<Placed> predict(List<StoryRow> rows) {
        var eval = new StoryEval();
        rows.forEach(eval::see);
        var placed = new ArrayList<Placed>(rows.size());
        for (var row : rows) {
            var story = eval.storyOf.get(row.id());
            placed.add(new Placed(row.id(), story, story + "/" + eval.origin(row.id(), story)));
        }
        return placed;
    }

    private void see(StoryRow row) {
        var known = Optional.ofNullable(storyOf.get(row.id()))
                .map(story -> new Known(story, 1, row.article().fetched().fetchedAt()));
        if (engine.accept(open, over, row.sighting(), known)
                instanceof Outcome.Changed(var state, var others, var moved)) {
            for (var other : others) {
                keep(other);
            }
            keep(state);
            storyOf.putAll(moved);
            storyOf.put(row.id(), state.id());
        }
        engine.ending(open).forEach(open::remove);
    }

    private void keep(StoryState state) {
        var taker = state.story().mergedInto();
        if (taker == null) {
            shelf.put(state.id(), state);
            open.put(state);
        } else {
            open.remove(state.id());
            storyOf.replaceAll((article, story) -> story.equals(state.id()) ? taker : story);
        }
    }

    private String origin(String article, String story) {
        return shelf.get(story).story().origins().stream()
                .filter(origin -> origin.articles().contains(article))
                .map(origin -> origin.articles().getFirst())
                .findFirst()
                .orElse(article);
    }

    private static String line(Placed placed) {
        return Json.mapper().valueToTree(placed).toString();
    }
}
