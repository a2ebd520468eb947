package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.burst.BurstRules;
import dev.tocsin.alerts.burst.Subject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Makes rules for bursts of the keys of a policy. */
final class BurstReader {
    private static final Set<String> KEYS = Set.of("of", "window", "factor", "articles", "origins", "coolDown");
    private static final Duration SHORTEST = Duration.ofMinutes(15);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration STEP = Duration.ofMinutes(5);
    private static final int MOST = 1_000;

    private BurstReader() {}

    static BurstRules rules(PolicyKey at, BurstRules base) throws InvalidPolicyException {
        at.only(KEYS);
        return new BurstRules(
                at.has("of") ? subjects(at.at("of")) : base.of(),
                at.has("window") ? window(at.at("window")) : base.window(),
                at.has("factor") ? (int) at.at("factor").number(2, MOST) : base.factor(),
                at.has("articles") ? (int) at.at("articles").number(3, MOST) : base.articles(),
                at.has("origins") ? (int) at.at("origins").number(2, MOST) : base.origins(),
                at.has("coolDown") ? at.at("coolDown").duration() : base.coolDown());
    }

    private static Set<Subject.Kind> subjects(PolicyKey at) throws InvalidPolicyException {
        var subjects = EnumSet.noneOf(Subject.Kind.class);
        for (var subject : at.items()) {
            subjects.add(subject.word(Subject.Kind.class));
        }
        return subjects;
    }

    private static Duration window(PolicyKey at) throws InvalidPolicyException {
        var window = at.duration();
        if (window.compareTo(SHORTEST) < 0
                || window.compareTo(LONGEST) > 0
                || window.toSeconds() % STEP.toSeconds() != 0) {
            throw at.wrong("is " + at.value().asText() + ", expected 15m to 1d in steps of five minutes");
        }
        return window;
    }
}
