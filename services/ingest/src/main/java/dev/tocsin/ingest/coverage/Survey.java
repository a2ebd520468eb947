package dev.tocsin.ingest.coverage;

import dev.tocsin.ingest.coverage.Finding.Begins;
import dev.tocsin.ingest.coverage.Finding.Lasts;
import dev.tocsin.ingest.coverage.Finding.Nothing;
import dev.tocsin.ingest.coverage.Finding.Unwatched;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at all feeds, which are handed in one after the other. Of each feed only what is wrong with it is kept, of
 * each country and language its sum.
 */
public final class Survey {
    private final Map<String, Episode> episodes;
    private final Judge judge;
    private final Map<String, Group> groups = new LinkedHashMap<>();
    private final List<Suspect> suspects = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** @param episodes the last of each subject, by its key */
    public Survey(Rules rules, Watched watched, Map<String, Episode> episodes, Instant now) {
        this.episodes = episodes;
        this.judge = new Judge(rules, watched, now);
        group(Subject.EVERYTHING);
    }

    /**
     * A feed that is not paused.
     *
     * @param country and {@code language}: null where nobody says
     * @param cause whose doing it is if nothing comes
     */
    public record Feed(String id, String name, @Nullable String country, @Nullable String language, Cause cause) {}

    /** A feed of which something is missing. */
    private record Suspect(Subject subject, Finding finding, Cause cause, List<String> groups, Silent silent) {}

    public void add(Feed feed, Hours hours) {
        var subject = new Subject(Subject.Kind.FEED, feed.id(), feed.name());
        seen.add(subject.key());
        var before = episodes.get(subject.key());
        double missing = judge.missing(hours, before);
        var keys = new ArrayList<String>();
        for (var group : groupsOf(feed)) {
            group.add(feed, hours, missing);
            keys.add(group.subject().key());
        }
        var finding = judge.look(hours, feed.cause(), before);
        if (!(finding instanceof Nothing)) {
            suspects.add(
                    new Suspect(subject, finding, feed.cause(), keys, new Silent(feed.id(), feed.name(), missing)));
        }
    }

    /** What is to be told, the widest first. A feed that is quiet with its whole country does not ring as well. */
    public Result conclude() {
        var reports = new ArrayList<Report>();
        var quiet = new HashSet<String>();
        for (var group : groups.values()) {
            seen.add(group.subject().key());
            var before = episodes.get(group.subject().key());
            boolean covered = quiet.contains(Subject.EVERYTHING.key());
            if (group.isWorthALook(before)) {
                var finding = judge.look(group.hours(), group.cause(), before);
                tell(
                        reports,
                        quiet,
                        new Report(group.subject(), finding, group.cause(), group.silent(), before),
                        covered);
            }
        }
        var silentFeeds = new HashMap<String, Suspect>();
        for (var suspect : suspects) {
            boolean covered = suspect.groups().stream().anyMatch(quiet::contains);
            if (!(suspect.finding() instanceof Finding.Ends)) {
                silentFeeds.put(suspect.subject().id(), suspect);
            }
            var before = episodes.get(suspect.subject().key());
            tell(
                    reports,
                    quiet,
                    new Report(
                            suspect.subject(), suspect.finding(), suspect.cause(), List.of(suspect.silent()), before),
                    covered);
        }
        episodes.values().stream()
                .filter(e -> e.lasts() && !seen.contains(e.subject().key()))
                .forEach(e -> reports.add(new Report(e.subject(), new Unwatched(), e.cause(), List.of(), e)));
        return new Result(List.copyOf(reports), Set.copyOf(silentFeeds.keySet()));
    }

    /**
     * What a survey found.
     *
     * @param reports what is to be told
     * @param silent ids of all feeds that send far less than usual, told or not
     */
    public record Result(List<Report> reports, Set<String> silent) {}

    private static void tell(List<Report> reports, Set<String> quiet, Report report, boolean covered) {
        switch (report.finding()) {
            case Nothing() -> {}
            case Lasts() -> quiet.add(report.subject().key());
            case Begins begins when covered -> {}
            case Begins begins -> {
                quiet.add(report.subject().key());
                reports.add(report);
            }
            case Finding.Changes changes -> {
                quiet.add(report.subject().key());
                reports.add(report);
            }
            case Finding.Ends ends -> reports.add(report);
            case Unwatched unwatched -> reports.add(report);
        }
    }

    private List<Group> groupsOf(Feed feed) {
        var mine = new ArrayList<Group>();
        mine.add(group(Subject.EVERYTHING));
        if (feed.country() != null) {
            mine.add(group(Subject.country(feed.country())));
        }
        if (feed.language() != null) {
            mine.add(group(Subject.language(feed.language())));
        }
        return mine;
    }

    private Group group(Subject subject) {
        return groups.computeIfAbsent(subject.key(), key -> new Group(subject));
    }
}
