package dev.tocsin.alerts.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What an article costs among few and among many open stories; printed, because the machine decides. What is tested holds
 * on any: eight times as many stories do not cost four times as much, as they would if all were looked at.
 */
class StoryRateTest {
    @Test
    void costsLittleMore_amongEightTimesAsManyStories() {
        var generated = new Generated();
        new StoryBench(generated, 250).measure(6_000, 2_000);
        var few = new StoryBench(generated, 250);
        var many = new StoryBench(generated, 2_000);
        double amongFew = few.measure(1_000, 3_000);
        double amongMany = many.measure(1_000, 3_000);

        System.out.printf("story engine: %.0f µs an article among 250, %.0f among 2,000%n", amongFew, amongMany);
        assertThat(many.size()).isBetween(1_900, 2_000);
        assertThat(amongMany).isLessThan(4 * amongFew);
    }
}
