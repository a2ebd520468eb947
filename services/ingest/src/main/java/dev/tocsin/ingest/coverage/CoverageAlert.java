package dev.tocsin.ingest.coverage;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Field;
import dev.tocsin.ingest.coverage.Finding.Begins;
import dev.tocsin.ingest.coverage.Finding.Changes;
import dev.tocsin.ingest.coverage.Finding.Ends;
import dev.tocsin.ingest.coverage.Finding.Unwatched;
import dev.tocsin.ingest.feeds.ShortHash;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns what was found into the alert that tells of it, and into the episode that remembers it. The alert has no story
 * and no articles: its {@code why} names feeds instead, as {@code feed:<id>}.
 */
public final class CoverageAlert {
    public static final String TOPIC = "coverage";
    /** Before the id of a feed, where an article's id would stand. */
    public static final String FEED = "feed:";

    private static final int METHOD_VERSION = 1;
    private static final String ENGLISH = "en";
    private static final String UNDETERMINED = "und";

    private CoverageAlert() {}

    /** What is remembered and what is told. */
    public record Told(Episode episode, Alert alert) {}

    /** Empty where nothing is to be told. */
    public static Optional<Told> of(Report report, Instant now) {
        var before = report.before();
        return switch (report.finding()) {
            case Begins(var shortfall) -> {
                var episode = new Episode(report.subject(), report.cause(), shortfall, now, now, 1, null);
                yield told(
                        report,
                        episode,
                        Alert.MsgType.Alert,
                        lacking(report.subject(), shortfall, report.cause()),
                        now);
            }
            case Changes(var cause, var shortfall)
            when before != null ->
                told(
                        report,
                        before.changed(cause, shortfall, now),
                        Alert.MsgType.Update,
                        lacking(report.subject(), shortfall, cause),
                        now);
            case Ends(int hours, int observed)
            when before != null ->
                told(
                        report,
                        before.over(now),
                        Alert.MsgType.Cancel,
                        report.subject().name() + " is back: " + articles(observed) + " in "
                                + new Shortfall(hours, observed, 0, 1, 0).span(),
                        now);
            case Unwatched()
            when before != null ->
                told(
                        report,
                        before.over(now),
                        Alert.MsgType.Cancel,
                        report.subject().name() + " is watched no more: paused or deleted",
                        now);
            default -> Optional.empty();
        };
    }

    /** The same for the same episode, whoever asks. */
    public static String story(Episode episode) {
        return TOPIC + "-"
                + ShortHash.of(episode.subject().key(), episode.begun().toString());
    }

    private static Optional<Told> told(
            Report report, Episode episode, Alert.MsgType type, String headline, Instant now) {
        boolean cancel = type == Alert.MsgType.Cancel;
        var alert = new Alert(
                story(episode),
                TOPIC,
                episode.revision(),
                type,
                Alert.Status.Actual,
                cancel ? Alert.Urgency.Past : urgency(episode.subject()),
                severity(episode.subject()),
                Alert.Certainty.Observed,
                headline,
                ENGLISH,
                cancel ? List.of() : why(report, episode),
                changes(report, episode),
                0,
                0,
                episode.subject().kind() == Subject.Kind.LANGUAGE
                        ? List.of(episode.subject().id())
                        : List.of(),
                null,
                new Alert.Times(null, now, now, now),
                List.of());
        return Optional.of(new Told(episode, alert));
    }

    private static String lacking(Subject subject, Shortfall shortfall, Cause cause) {
        return subject.name() + ": " + (shortfall.observed() == 0 ? "nothing" : articles(shortfall.observed())) + " in "
                + shortfall.span() + ", usually " + number(shortfall.expected()) + ": " + cause.words();
    }

    private static List<Alert.Change> changes(Report report, Episode episode) {
        var shortfall = episode.shortfall();
        var before = report.before();
        return switch (report.finding()) {
            case Begins begins ->
                List.of(
                        new Alert.Change(
                                "silence",
                                (shortfall.observed() == 0 ? "nothing" : articles(shortfall.observed())) + " in "
                                        + shortfall.span() + ", usually " + number(shortfall.expected()),
                                number(shortfall.expected()),
                                Integer.toString(shortfall.observed())),
                        new Alert.Change(
                                "cause",
                                episode.cause().words(),
                                null,
                                episode.cause().label()));
            case Changes changes ->
                List.of(new Alert.Change(
                        "cause",
                        episode.cause().words(),
                        before == null ? null : before.cause().label(),
                        episode.cause().label()));
            case Ends(int hours, int observed) ->
                List.of(new Alert.Change(
                        "back",
                        articles(observed) + " in the last " + new Shortfall(hours, observed, 0, 1, 0).span(),
                        episode.cause().label(),
                        null));
            default ->
                List.of(new Alert.Change(
                        "unwatched",
                        "its feeds were paused or deleted",
                        episode.cause().label(),
                        null));
        };
    }

    private static List<Alert.Why> why(Report report, Episode episode) {
        var shortfall = episode.shortfall();
        var term = String.format(
                Locale.ROOT,
                "P(X ≤ %d) = %.1e by %d spans of %s, usually %s",
                shortfall.observed(),
                shortfall.probability(),
                shortfall.samples(),
                shortfall.span(),
                number(shortfall.expected()));
        return report.silent().stream()
                .map(s -> new Alert.Why(
                        FEED + s.feed(),
                        UNDETERMINED,
                        METHOD_VERSION,
                        episode.cause().label(),
                        term,
                        Field.TITLE,
                        0,
                        0,
                        s.name() + ": " + number(s.missing()) + " fewer than usual in the last day"))
                .toList();
    }

    private static Alert.Severity severity(Subject subject) {
        return switch (subject.kind()) {
            case EVERYTHING -> Alert.Severity.Severe;
            case COUNTRY, LANGUAGE -> Alert.Severity.Moderate;
            case FEED -> Alert.Severity.Minor;
        };
    }

    private static Alert.Urgency urgency(Subject subject) {
        return subject.kind() == Subject.Kind.FEED ? Alert.Urgency.Expected : Alert.Urgency.Immediate;
    }

    private static String articles(int count) {
        return count + (count == 1 ? " article" : " articles");
    }

    private static String number(double articles) {
        return articles < 10 ? String.format(Locale.ROOT, "%.1f", articles) : Long.toString(Math.round(articles));
    }
}
