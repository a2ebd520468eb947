package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PostingsTest {
    private final Postings postings = new Postings();

    @Test
    void holdsWhatAMapOfSetsHolds_whateverIsAddedAndRemoved() {
        var random = new Random(3);
        Map<Integer, Set<Integer>> expected = new HashMap<>();
        for (int i = 0; i < 60_000; i++) {
            // few keys, many of them at neighbouring places, and sometimes 0 and below
            int key = random.nextInt(3_000) - 100;
            int slot = random.nextInt(6);
            var slots = expected.computeIfAbsent(key, k -> new TreeSet<>());
            if (random.nextBoolean()) {
                if (slots.add(slot)) {
                    postings.add(key, slot);
                }
            } else if (slots.remove(slot)) {
                postings.remove(key, slot);
            }
        }
        expected.forEach((key, slots) -> {
            assertThat(postings.count(key)).isEqualTo(slots.size());
            assertThat(Arrays.stream(postings.slots(key), 0, postings.count(key))
                            .boxed())
                    .containsExactlyInAnyOrderElementsOf(slots);
        });
    }

    @Test
    void knowsNobody_withAWordThatNobodyHas() {
        postings.remove(7, 1);
        assertThat(postings.count(7)).isZero();
        assertThat(postings.slots(7)).isEmpty();
    }
}
