package dev.tocsin.alerts.burst;

import dev.tocsin.alerts.story.Lane;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/**
 * Writes what the desk is told of a burst. Such an alert has no story: its id stands for one burst of one subject, and its
 * links are the latest articles that were counted.
 *
 * @param rate after what is told
 * @param shown the articles at hand, the latest first
 */
record BurstAlert(Lane lane, Rate rate, Duration window, List<Report> shown, Instant now) {
    static final String BURST = "burst";
    static final String NAMES = "burst-names";
    static final Alert.Change OVER = new Alert.Change("burst-over", "over", null, null);
    static final Alert.Change LASTS =
            new Alert.Change("burst-over", "it has lasted for a day and is no news any more", null, null);

    private static final String PREFIX = "burst-";
    private static final int METHOD_VERSION = 1;
    private static final String ENGLISH = "en";
    private static final int MOST_LINKS = 20;
    private static final int MOST_REASONS = 5;

    /** The same for the same burst, whoever asks. */
    static String story(Lane lane, Subject subject, Episode episode) {
        return PREFIX + lane.id(subject.key() + "\n" + episode.begun());
    }

    static Alert.Severity severity(Subject subject) {
        return subject.kind() == Subject.Kind.TOPIC ? Alert.Severity.Moderate : Alert.Severity.Minor;
    }

    static Alert.Change partOf(Subject topic) {
        return new Alert.Change("burst-over", "now part of the burst of " + topic.name(), null, topic.key());
    }

    Alert begun(Usual usual, double chance, Leaders names) {
        var changes = new ArrayList<Alert.Change>();
        changes.add(new Alert.Change(
                BURST,
                counted(),
                Words.number(usual.mean()),
                Integer.toString(episode().articles()),
                new Alert.Detail(null, null, "begun", null)));
        changes.addAll(names.told());
        var reason = String.format(
                Locale.ROOT,
                "P(X ≥ %d) = %.0e by %d spans of %s, %s",
                episode().articles(),
                chance,
                usual.spans(),
                Words.span(window),
                usual.like());
        return alert(Alert.MsgType.Alert, title(), changes, reason, names.places());
    }

    Alert grown(int before, Leaders names) {
        var changes = new ArrayList<Alert.Change>();
        changes.add(new Alert.Change(
                BURST,
                counted() + "; " + before + " when last told",
                Integer.toString(before),
                Integer.toString(episode().articles()),
                new Alert.Detail(null, null, "grown", null)));
        changes.addAll(names.told());
        return alert(
                Alert.MsgType.Update,
                title(),
                changes,
                "a burst from " + episode().threshold() + " on",
                names.places());
    }

    Alert over(Alert.Change how) {
        var episode = episode();
        var lasted = Words.span(Duration.between(episode.begun(), episode.hot()).plus(window));
        var all = Words.articles(episode.total()) + " in " + lasted + ", at most " + episode.most() + " in "
                + Words.aSpan(window);
        var change =
                new Alert.Change(how.kind(), how.text() + ": " + all, Integer.toString(episode.most()), how.after());
        return alert(
                Alert.MsgType.Update,
                subject() + ": burst over, " + Words.articles(episode.total()) + " in " + lasted,
                List.of(change),
                "a burst from " + episode.threshold() + " on",
                List.of());
    }

    private Alert alert(
            Alert.MsgType type, String headline, List<Alert.Change> changes, String reason, List<Subject> places) {
        var episode = episode();
        boolean isOver = episode.ended() != null;
        var where = new ArrayList<Subject>();
        if (rate.subject().kind() == Subject.Kind.PLACE) {
            where.add(rate.subject());
        }
        where.addAll(places);
        return new Alert(
                story(lane, rate.subject(), episode),
                lane.topic(),
                episode.revision(),
                type,
                lane.replay() ? Alert.Status.Exercise : Alert.Status.Actual,
                isOver ? Alert.Urgency.Past : Alert.Urgency.Immediate,
                severity(rate.subject()),
                Alert.Certainty.Observed,
                headline,
                ENGLISH,
                why(reason),
                changes,
                isOver ? episode.total() : episode.articles(),
                episode.origins(),
                List.copyOf(new TreeSet<>(
                        shown.stream().map(r -> r.link().language()).toList())),
                null,
                times(),
                shown.stream().limit(MOST_LINKS).map(Report::link).toList(),
                origins(),
                List.of(),
                where.stream()
                        .map(s -> new Alert.Where(s.id(), s.name(), s.country()))
                        .toList(),
                where.stream()
                        .map(Subject::country)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                episode.judgement().acknowledgedBy(),
                lane.exercise());
    }

    private Episode episode() {
        return Objects.requireNonNull(rate.episode());
    }

    private String subject() {
        return rate.subject().kind() == Subject.Kind.TOPIC
                ? lane.topic()
                : rate.subject().name() + " in " + lane.topic();
    }

    private String title() {
        return subject() + ": " + counted();
    }

    private String counted() {
        return Words.articles(episode().articles()) + " of "
                + Words.count(episode().origins(), "origin") + " in " + Words.aSpan(window) + ", usually "
                + Words.number(episode().usual());
    }

    private Alert.Times times() {
        var hot = episode().hot();
        return shown.isEmpty()
                ? new Alert.Times(null, hot, hot, now)
                : new Alert.Times(
                        shown.getFirst().times().published(),
                        shown.getFirst().times().fetched(),
                        shown.getFirst().times().classified(),
                        now);
    }

    private List<Alert.Why> why(String reason) {
        return shown.stream()
                .limit(MOST_REASONS)
                .map(r -> new Alert.Why(
                        r.link().article(),
                        r.link().language(),
                        METHOD_VERSION,
                        BURST,
                        reason,
                        Field.TITLE,
                        0,
                        0,
                        r.link().title() == null ? r.link().source() : r.link().title()))
                .toList();
    }

    private List<Alert.Origin> origins() {
        Map<String, Alert.Origin> found = new LinkedHashMap<>();
        for (var report : shown) {
            found.merge(
                    report.voice(),
                    report.origin(),
                    (one, other) -> new Alert.Origin(
                            one.source(), one.name(), one.reliability(), one.articles() + 1, one.repeatedBy()));
        }
        return found.values().stream().limit(MOST_LINKS).toList();
    }
}
