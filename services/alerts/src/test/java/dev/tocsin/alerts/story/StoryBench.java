package dev.tocsin.alerts.story;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * {@code tocsin bench stories}: what an article costs the story engine, in processor time of one thread, by how many
 * stories are open. One article in ten begins a story, for which the quietest ends.
 */
public final class StoryBench {
    private static final int[] OPEN = {500, 1_000, 2_000, 4_000, 8_000};
    private static final int WARM_UP = 12_000;
    private static final int MEASURED = 8_000;

    private final Map<String, StoryState> shelf = new HashMap<>();
    private final OpenStories open = new OpenStories(shelf::get);
    private final OpenStories over = new OpenStories(shelf::get);
    private final Generated generated;
    private final Random random = new Random(11);
    private final int stories;
    private final StoryEngine engine;
    private int articles;

    StoryBench(Generated generated, int stories) {
        this.generated = generated;
        this.stories = stories;
        var d = StoryRules.DEFAULTS;
        engine = new StoryEngine(new StoryRules(
                d.similarity(),
                d.crossSimilarity(),
                d.window(),
                d.maxSpan(),
                d.quietAfter(),
                stories,
                Duration.ZERO,
                0));
    }

    public static void main(String[] args) {
        var generated = new Generated();
        new StoryBench(generated, OPEN[0]).measure(WARM_UP, MEASURED);
        System.out.printf("%12s %12s %12s%n", "open stories", "µs/article", "articles/s");
        for (int stories : OPEN) {
            double micros = new StoryBench(generated, stories).measure(WARM_UP / 2, MEASURED);
            System.out.printf("%,12d %12.0f %,12.0f%n", stories, micros, 1e6 / micros);
        }
    }

    /** Microseconds of processor time an article. */
    double measure(int warmUp, int measured) {
        for (int i = 0; i < stories; i++) {
            join(generated.sighting(articles++, i));
        }
        for (int i = 0; i < warmUp; i++) {
            join(next());
        }
        var threads = ManagementFactory.getThreadMXBean();
        long spent = 0;
        var batch = new ArrayList<Sighting>();
        for (int i = 0; i < measured; i += batch.size()) {
            batch.clear();
            for (int j = 0; j < 1_000; j++) {
                batch.add(next());
            }
            long start = threads.getCurrentThreadCpuTime();
            batch.forEach(this::join);
            spent += threads.getCurrentThreadCpuTime() - start;
        }
        return spent / 1e3 / measured;
    }

    int size() {
        return open.size();
    }

    private Sighting next() {
        int event = random.nextInt(10) == 0 ? 1_000_000 + articles : random.nextInt(stories);
        return generated.sighting(articles++, event);
    }

    private void join(Sighting sighting) {
        if (engine.accept(open, over, sighting, Optional.empty()) instanceof Outcome.Changed changed) {
            changed.others().stream().filter(StoryState::isMerged).forEach(other -> forget(other.id()));
            shelf.put(changed.state().id(), changed.state());
            open.put(changed.state());
            if (engine.isCrowded(open)) {
                engine.ending(open).forEach(this::forget);
            }
        }
    }

    private void forget(String story) {
        open.remove(story);
        shelf.remove(story);
    }
}
