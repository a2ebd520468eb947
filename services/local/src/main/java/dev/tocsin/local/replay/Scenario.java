package dev.tocsin.local.replay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * News of some days, to be played again through the real channels: for demonstrations, training and tests.
 *
 * @param title for people
 * @param steps in the order in which ingest would have read them; never empty
 */
public record Scenario(String title, List<Step> steps) {
    public Scenario {
        steps = List.copyOf(steps);
    }

    /** The same as a play of its own; the first is as it is read. */
    public Scenario inPlay(int number) {
        return number == 1
                ? this
                : new Scenario(
                        title, steps.stream().map(step -> step.inPlay(number)).toList());
    }

    public Instant begin() {
        return steps.getFirst().at();
    }

    /** How long after the play's start a step is due, when the scenario's time runs {@code speed} times as fast. */
    public Duration due(Step step, double speed) {
        return Duration.ofNanos((long) (Duration.between(begin(), step.at()).toNanos() / speed));
    }
}
