package dev.tocsin.e2e;

import static org.awaitility.Awaitility.await;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
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

    /** Puts the sums into a report, after what is still on its way to the webhook has had its time. */
    static void judge(List<Story> stories, List<Alert> alerts, Deliveries deliveries, Map<String, Object> report) {
        var told = alerts.stream().map(a -> a.story() + ":" + a.revision()).toList();
        report.put("storyRevisions", stories.size());
        report.put(
                "storyRevisionsTwice",
                twice(stories.stream().map(s -> s.id() + ":" + s.revision()).toList()));
        report.put("storyRevisionsLost", gaps(stories));
        report.put("alerts", told.size());
        report.put("alertsTwice", twice(told));
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

    /** The same for somebody who followed live, at one dashboard after the other. */
    static void judgeLive(List<Alert> alerts, Follower reader, Map<String, Object> report) {
        var told = alerts.stream().map(a -> a.story() + ":" + a.revision()).collect(Collectors.toSet());
        try {
            await().atMost(PATIENCE).until(() -> reader.seen().containsAll(told));
        } catch (ConditionTimeoutException e) {
            System.out.println("not all alerts came live within " + PATIENCE);
        }
        var seen = reader.seen();
        var distinct = new HashSet<>(seen);
        report.put("liveStreams", reader.streams());
        report.put("liveStreamsRefused", reader.refused());
        report.put("liveStreamsReset", reader.resets());
        report.put("alertsLive", distinct.size());
        report.put(
                "alertsNotLive",
                told.stream().filter(a -> !distinct.contains(a)).count());
        report.put("alertsLiveTwice", twice(seen));
    }

    private static long twice(List<String> all) {
        return all.size() - (long) new HashSet<>(all).size();
    }

    /** Revisions grow by one, so a hole is a revision that never came; the channel is compacted only later than a bench lasts. */
    private static long gaps(List<Story> stories) {
        return stories.stream().collect(Collectors.groupingBy(Story::id)).values().stream()
                .mapToLong(of -> of.stream().mapToInt(Story::revision).max().orElse(0)
                        - of.stream().mapToInt(Story::revision).distinct().count())
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
