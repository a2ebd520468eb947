package dev.tocsin.e2e;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import dev.tocsin.contracts.Story;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sums after a {@link SteadyLoad}, when all that was accepted has come through: what was lost, and what came twice. */
final class Reckoning {
    /** What a message begins with that nobody can read. */
    static final String POISON = "{\"poison\": ";

    private static final List<String> NONE_OF = List.of(
            "articlesLost",
            "articlesTwice",
            "storyRevisionsLost",
            "storyRevisionsTwice",
            "alertsTwice",
            "alertsNotDelivered",
            "alertsUnderTwoKeys",
            "alertsNotLive",
            "alertsLiveTwice",
            "otherDeadLetters");

    private Reckoning() {}

    /**
     * Waits until all is quiet, and puts the sums into a report.
     *
     * @param accepted the articles' external ids
     * @param reader who followed the alerts live all the time
     */
    static void judge(
            Api api,
            String broker,
            Set<String> accepted,
            Deliveries deliveries,
            Follower reader,
            Map<String, Object> report)
            throws Exception {
        Kept.judge(api, broker, accepted, report);
        var alerts = Committed.all(broker, Channel.ALERTS, Alert.class);
        Told.judge(Committed.all(broker, Channel.STORIES, Story.class), alerts, deliveries, report);
        Told.judgeLive(alerts, reader, report);
        var letters = Committed.all(broker, Channel.DEAD_LETTERS, DeadLetter.class).stream()
                .collect(Collectors.toMap(letter -> String.valueOf(letter.value()), letter -> letter, (a, b) -> a))
                .values();
        // each reader of a channel that cannot read a message buries it, so one may lie there more than once
        report.put(
                "unreadableMessagesAmongTheDeadLetters",
                letters.stream().filter(Reckoning::isPoison).count());
        var others = letters.stream().filter(letter -> !isPoison(letter)).toList();
        others.forEach(letter -> System.out.println("dead letter: " + letter));
        report.put("otherDeadLetters", others.size());
    }

    private static boolean isPoison(DeadLetter letter) {
        return letter.value() != null && letter.value().startsWith(POISON);
    }

    /** Exits with 1 where something was lost, or told twice to somebody who had not lost his place. */
    static void requireNothingLost(Map<String, Object> report) {
        var wrong = NONE_OF.stream()
                .filter(sum -> !sum.equals("alertsLiveTwice")
                        || report.get("liveStreamsReset").equals(0))
                .filter(sum -> ((Number) report.get(sum)).longValue() > 0)
                .toList();
        if (!wrong.isEmpty()) {
            System.err.println("not as promised: " + String.join(", ", wrong));
            System.exit(1);
        }
    }
}
