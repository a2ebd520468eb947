package dev.tocsin.alerts.burst;

import dev.tocsin.contracts.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One look at the rates of a lane at one time: gathers what changes, and leaves the rates themselves as they are. */
final class Look {
    /** What chance brings more often than that is no burst; it is judged some thousand times a month. */
    private static final double SURPRISE = 1e-3;

    /** A burst that lasts longer is told of no more: it has become usual. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private static final int MOST_SUBJECTS = 300;
    private static final int MOST_SHOWN = 300;

    private final Rates rates;
    private final BurstRules rules;
    private final Instant clock;
    private final Set<String> muted;
    private final Instant now;
    private final Map<String, Rate> changed = new LinkedHashMap<>();
    private final List<String> dropped = new ArrayList<>();
    private final List<Report> counted = new ArrayList<>();
    private final List<Report> gone = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();

    /** @param clock stream time that is judged; {@code now} is only what alerts are stamped with */
    Look(Rates rates, BurstRules rules, Instant clock, Set<String> muted, Instant now) {
        this.rates = rates;
        this.rules = rules;
        this.clock = clock;
        this.muted = muted;
        this.now = now;
    }

    /** What may have begun, with how improbable it is. */
    private record Candidate(Rate rate, int articles, Usual usual, double chance) {}

    Changes changes() {
        return new Changes(List.copyOf(changed.values()), dropped, counted, gone, alerts);
    }

    /** Ends the bursts whose rate has fallen to half of what it takes, or that have lasted for long. */
    void timePasses() {
        rates.all().stream()
                .filter(Rate::bursts)
                .sorted(Comparator.comparing(rate -> rate.subject().key()))
                .forEach(rate -> {
                    var episode = Objects.requireNonNull(rate.episode());
                    boolean isLong = clock.isAfter(episode.begun().plus(LONGEST));
                    // of the past it is known only what it was like then
                    if (!clock.isBefore(episode.hot())
                            && (isLong || 2 * rate.articles(clock, rules) < episode.threshold())) {
                        end(rate, isLong ? BurstAlert.LASTS : BurstAlert.OVER);
                    }
                });
    }

    private void end(Rate rate, Alert.Change how) {
        var episode = Objects.requireNonNull(rate.episode());
        boolean tells = !episode.isSilenced(clock);
        var after = rate.with(episode.over(tells));
        keep(after);
        if (tells) {
            alerts.add(alert(after).over(how));
        }
    }

    void count(Report report) {
        if (report.at().isBefore(clock.minus(Duration.ofHours(Usual.KEPT_HOURS)))) {
            return;
        }
        var topic = of(report.subjects().getFirst())
                .orElseGet(() -> Rate.of(rates.lane(), report.subjects().getFirst(), clock));
        var since = topic.forgotten() == null ? topic.since() : topic.forgotten();
        keep(topic.counting(report.at(), clock, report.voice(), rules));
        var onIt = report.subjects().stream()
                .skip(1)
                .filter(subject -> rules.of().contains(subject.kind()))
                .toList();
        onIt.forEach(subject -> keep(of(subject)
                .orElseGet(() -> Rate.of(rates.lane(), subject, since))
                .counting(report.at(), clock, report.voice(), rules)));
        show(report);
        if (report.at().isAfter(clock.minus(rules.window()))) {
            judge(report);
        }
        makeRoom();
    }

    private void show(Report report) {
        counted.add(report);
        var known = rates.latest();
        gone.addAll(known.subList(0, Math.max(0, known.size() + 1 - MOST_SHOWN)));
    }

    private void judge(Report report) {
        var candidates = new ArrayList<Candidate>();
        for (var subject : report.subjects()) {
            of(subject).filter(rate -> rules.of().contains(subject.kind())).ifPresent(rate -> {
                if (rate.bursts()) {
                    grow(rate);
                } else {
                    candidate(rate).ifPresent(candidates::add);
                }
            });
        }
        candidates.sort(
                Comparator.<Candidate, Boolean>comparing(c -> c.rate().subject().kind() != Subject.Kind.TOPIC)
                        .thenComparing(Candidate::chance)
                        .thenComparing(c -> c.rate().subject().key()));
        candidates.forEach(this::begin);
    }

    private void grow(Rate rate) {
        var before = Objects.requireNonNull(rate.episode());
        int articles = rate.articles(clock, rules);
        var episode = before.growing(clock, articles, rate.origins(clock, rules));
        boolean isStep = articles >= 2 * before.articles()
                && !clock.isBefore(before.told().plusSeconds(BurstRules.SLICE))
                && !episode.isSilenced(clock);
        if (!isStep) {
            keep(rate.with(episode));
            return;
        }
        var names = Leaders.of(rate.subject(), shown(rate.subject()));
        var after = rate.with(episode.told(clock, articles).led(names.keys()));
        keep(after);
        alerts.add(alert(after).grown(before.articles(), names));
    }

    private Optional<Candidate> candidate(Rate rate) {
        int articles = rate.articles(clock, rules);
        if (articles < rules.articles()
                || rate.origins(clock, rules) < rules.origins()
                || !rate.hasRested(clock, rules)
                || rate.subject().kind() == Subject.Kind.ACTOR
                        && muted.contains(rate.subject().name())) {
            return Optional.empty();
        }
        return Usual.of(rate.hours(), rate.since(), clock, rules.window())
                .map(usual -> usual.atLeast(rate.lately(clock, rules)))
                .filter(usual -> articles >= rules.factor() * usual.mean())
                .map(usual -> new Candidate(
                        rate, articles, usual, Surprise.atLeast(articles, usual.mean(), usual.variance())))
                .filter(candidate -> candidate.chance() <= SURPRISE);
    }

    private void begin(Candidate candidate) {
        var rate = candidate.rate();
        var shown = shown(rate.subject());
        if (rate.subject().kind() != Subject.Kind.TOPIC && isToldOf(rate, shown)) {
            return;
        }
        int threshold = Math.max(rules.articles(), (int)
                Math.ceil(rules.factor() * candidate.usual().mean()));
        var names = Leaders.of(rate.subject(), shown);
        var after = rate.with(Episode.beginning(
                        clock,
                        candidate.articles(),
                        rate.origins(clock, rules),
                        candidate.usual().mean(),
                        threshold)
                .led(names.keys()));
        keep(after);
        alerts.add(alert(after).begun(candidate.usual(), candidate.chance(), names));
        if (rate.subject().kind() == Subject.Kind.TOPIC) {
            bursting().stream()
                    .filter(other ->
                            other.subject().kind() != Subject.Kind.TOPIC && isToldOf(other, shown(other.subject())))
                    .forEach(other -> end(other, BurstAlert.partOf(after.subject())));
        }
    }

    /** Whether a burst that lasts is of the same articles: half of them, or more, are in it. */
    private boolean isToldOf(Rate rate, List<Report> shown) {
        var key = rate.subject().key();
        for (var other : bursting()) {
            var keys = other.subject().kind() == Subject.Kind.TOPIC
                    ? Objects.requireNonNull(other.episode()).leaders()
                    : List.of(other.subject().key());
            long shared =
                    shown.stream().filter(r -> keys.stream().anyMatch(r::isOn)).count();
            if (!other.subject().key().equals(key)
                    && (keys.contains(key) || !shown.isEmpty() && 2 * shared >= shown.size())) {
                return true;
            }
        }
        return false;
    }

    private List<Rate> bursting() {
        var keys = new TreeSet<String>();
        rates.all().stream()
                .filter(Rate::bursts)
                .forEach(rate -> keys.add(rate.subject().key()));
        changed.values().stream()
                .filter(Rate::bursts)
                .forEach(rate -> keys.add(rate.subject().key()));
        return keys.stream()
                .map(key -> changed.getOrDefault(key, rates.byKey(key)))
                .filter(Objects::nonNull)
                .filter(Rate::bursts)
                .toList();
    }

    /** The articles on a subject that are at hand, of the window that is judged, the latest first. */
    private List<Report> shown(Subject subject) {
        var all = new ArrayList<>(rates.latest());
        all.addAll(counted);
        return all.stream()
                .filter(r -> r.isOn(subject.key()))
                .filter(r -> !r.at().isAfter(clock) && r.at().isAfter(clock.minus(rules.window())))
                .sorted(Comparator.comparing(Report::order).reversed())
                .toList();
    }

    private BurstAlert alert(Rate rate) {
        var all = new ArrayList<>(rates.latest());
        all.addAll(counted);
        var from = Objects.requireNonNull(rate.episode()).begun().minus(rules.window());
        var shown = all.stream()
                .filter(r -> r.isOn(rate.subject().key()) && r.at().isAfter(from))
                .sorted(Comparator.comparing(Report::order).reversed())
                .toList();
        return new BurstAlert(rates.lane(), rate, rules.window(), shown, now);
    }

    private void makeRoom() {
        int excess = rates.count(changed.keySet()) - MOST_SUBJECTS;
        if (excess <= 0) {
            return;
        }
        var all = new LinkedHashMap<String, Rate>();
        rates.all().forEach(rate -> all.put(rate.subject().key(), rate));
        all.putAll(changed);
        all.values().stream()
                .filter(rate -> rate.subject().kind() != Subject.Kind.TOPIC)
                .sorted(Rate.leastMissed(clock))
                .limit(excess)
                .map(rate -> rate.subject().key())
                .forEach(key -> {
                    changed.remove(key);
                    dropped.add(key);
                });
        of(Subject.topic(rates.lane().topic())).ifPresent(topic -> keep(topic.forgetting(clock)));
    }

    private Optional<Rate> of(Subject subject) {
        return Optional.ofNullable(changed.get(subject.key())).or(() -> rates.of(subject));
    }

    private void keep(Rate rate) {
        changed.put(rate.subject().key(), rate);
    }
}
