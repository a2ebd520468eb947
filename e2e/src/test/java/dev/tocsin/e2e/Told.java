package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.Story;
import dev.tocsin.contracts.UnreadableMessageException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionTimeoutException;

/** The sums after bad days: what was told twice or not at all, on the channels and to a webhook. */
final class Told {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Told() {}

    /** A revision of a story or an alert. */
    private record Revision(String story, int number) {
        String key() {
            return story + ":" + number;
        }
    }

    /** Puts the sums into a report, after what is still on its way to the webhook has had its time. */
    static void judge(String broker, Deliveries deliveries, Map<String, Object> report)
            throws UnreadableMessageException {
        var stories = Committed.all(
                broker, Channel.STORIES, Story.class, story -> new Revision(story.id(), story.revision()));
        report.put("storyRevisions", stories.size());
        report.put("storyRevisionsTwice", twice(stories));
        report.put("storyRevisionsLost", gaps(stories));
        var alerts = Committed.all(
                broker, Channel.ALERTS, Alert.class, alert -> new Revision(alert.story(), alert.revision()));
        report.put("alerts", alerts.size());
        report.put("alertsTwice", twice(alerts));
        var told = alerts.stream().map(Revision::key).toList();
        awaitDelivered(deliveries, told);
        var delivered = deliveries.keysByAlert();
        report.put("alertsDelivered", delivered.size());
        report.put(
                "alertsNotDelivered",
                told.stream().filter(a -> !delivered.containsKey(a)).count());
        report.put(
                "alertsUnderTwoKeys",
                delivered.values().stream().filter(keys -> keys.size() > 1).count());
    }

    private static long twice(List<Revision> all) {
        return all.size() - (long) new HashSet<>(all).size();
    }

    /** Revisions grow by one, so a hole is a revision that never came; the channel is compacted only later than a bench lasts. */
    private static long gaps(List<Revision> stories) {
        return stories.stream().collect(Collectors.groupingBy(Revision::story)).values().stream()
                .mapToLong(of -> of.stream().mapToInt(Revision::number).max().orElse(0)
                        - of.stream().mapToInt(Revision::number).distinct().count())
                .sum();
    }

    /** What does not come in time is counted. */
    private static void awaitDelivered(Deliveries deliveries, List<String> told) {
        try {
            await().atMost(PATIENCE)
                    .until(() -> deliveries.keysByAlert().keySet().containsAll(told));
        } catch (ConditionTimeoutException e) {
            System.out.println("not all alerts were delivered within " + PATIENCE);
        }
    }
}
