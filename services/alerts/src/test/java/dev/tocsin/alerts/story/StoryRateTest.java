package dev.tocsin.alerts.story;

import static dev.tocsin.alerts.story.Articles.article;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How many hits one thread groups in a second of processor time among 2,000 open stories; printed, because the machine decides. The floor is
 * far below any machine's rate: it only catches a cost that grows with the number of stories.
 */
class StoryRateTest {
    private static final int STORIES = 2_000;
    private static final int HITS = 4_000;
    private static final int WORDS = 300;

    private final Map<String, StoryState> shelf = new HashMap<>();
    private final Random random = new Random(7);
    private final List<String> vocabulary = vocabulary();

    @Test
    void groupsHundredsOfHitsASecond_amongTwoThousandOpenStories() {
        var engine = new StoryEngine(StoryRules.DEFAULTS);
        var open = new OpenStories(shelf::get);
        for (int i = 0; i < STORIES; i++) {
            join(engine, open, sighting(i, i));
        }
        assertThat(open.size()).isBetween(STORIES * 9 / 10, STORIES);
        for (int i = 0; i < 1_000; i++) {
            join(engine, open, sighting(STORIES + i, random.nextInt(STORIES)));
        }
        var hits = new ArrayList<Sighting>();
        for (int i = 0; i < HITS; i++) {
            hits.add(sighting(STORIES + 1_000 + i, random.nextInt(STORIES)));
        }

        var threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        hits.forEach(hit -> join(engine, open, hit));
        double rate = HITS / ((threads.getCurrentThreadCpuTime() - start) / 1e9);

        System.out.printf(
                "story engine: %.0f hits a processor second, %d words each, %d open stories%n",
                rate, WORDS, open.size());
        assertThat(rate).isGreaterThan(200);
    }

    private void join(StoryEngine engine, OpenStories open, Sighting sighting) {
        if (engine.accept(open, sighting, Optional.empty()) instanceof Outcome.Changed(var state)) {
            shelf.put(state.id(), state);
            open.put(state);
        }
    }

    /** An article of an event: half of its words are the event's own, half are the language's, often the common ones. */
    private Sighting sighting(int id, int event) {
        var own = new Random(event);
        var text = new StringBuilder();
        for (int i = 0; i < WORDS; i++) {
            double common = Math.abs(random.nextGaussian()) / 4;
            int word =
                    i % 2 == 0 ? own.nextInt(vocabulary.size()) : (int) (Math.min(0.999, common) * vocabulary.size());
            var form = vocabulary.get(word);
            text.append(i % 20 == 4 ? Character.toUpperCase(form.charAt(0)) + form.substring(1) : form)
                    .append(i % 15 == 14 ? ". " : " ");
        }
        return article("n" + id)
                .from("s" + id % 50 + ".example")
                .titled(text.substring(0, 60))
                .saying(text.toString())
                .after(Duration.ofSeconds(id))
                .sighting();
    }

    private List<String> vocabulary() {
        var words = new ArrayList<String>();
        for (int i = 0; i < 20_000; i++) {
            var word = new StringBuilder();
            for (int j = 0; j < 3 + random.nextInt(6); j++) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString());
        }
        return words;
    }
}
