package dev.tocsin.notify.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way from alerts to receivers.
 *
 * @param hours in which it is taken at all; null for always
 * @param gather how long a group gathers before it is told for the first time
 * @param interval the least time between two times that a group is told
 * @param quiet hours in which it keeps what it has; null for none
 * @param receivers ids
 * @param steps who is told when nobody acknowledges, in order of time
 * @param digest told at its times only; null for a route that rings
 */
public record Route(
        String name,
        Match match,
        @Nullable Hours hours,
        GroupBy by,
        Duration gather,
        Duration interval,
        @Nullable Quiet quiet,
        List<String> receivers,
        List<Step> steps,
        @Nullable Digest digest) {
    /** What is told together. */
    public enum GroupBy {
        STORY,
        TOPIC,
        ROUTE
    }

    /**
     * One step of an escalation.
     *
     * @param after the route told of the story, without an answer
     */
    public record Step(Duration after, List<String> receivers) {
        public Step {
            receivers = List.copyOf(receivers);
        }
    }

    public Route {
        receivers = List.copyOf(receivers);
        steps = List.copyOf(steps);
    }

    /** A route that tells each revision at once. */
    public static Route plain(String name, Match match, List<String> receivers) {
        return new Route(
                name, match, null, GroupBy.STORY, Duration.ZERO, Duration.ZERO, null, receivers, List.of(), null);
    }

    /** Whether an alert goes this way at this time. */
    public boolean takes(Subject subject, Instant now) {
        return (hours == null || hours.hold(now)) && match.means(subject);
    }

    /** The group of an alert. */
    public String group(Subject subject) {
        return switch (by) {
            case STORY -> subject.alert().story();
            case TOPIC -> subject.alert().topic();
            case ROUTE -> name;
        };
    }

    /** Whether revisions that wait are told as one, the latest, with the changes of all. */
    public boolean gathers() {
        return digest != null || quiet != null || !gather.isZero() || !interval.isZero();
    }
}
