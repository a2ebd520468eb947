package dev.tocsin.alerts.policy;

import dev.tocsin.alerts.burst.BurstRules;
import dev.tocsin.contracts.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes rules of the keys of a policy; what they do not say is as in the rules that they build on. */
final class PolicyReader {
    static final TopicRules NOTHING = new TopicRules(
            1,
            Duration.ZERO,
            new TopicRules.Repeat(Duration.ZERO, 0, Alert.Severity.Unknown),
            Duration.ZERO,
            Duration.ZERO,
            Map.of(),
            List.of(),
            TopicRules.Phases.NONE,
            BurstRules.OFF);

    private static final Set<String> KEYS =
            Set.of("minimumOrigins", "coolDown", "repeat", "urgency", "changes", "severity", "phases", "bursts");
    private static final Set<String> CHANGES = Set.of(
            StoryNews.NEW_STORY,
            StoryNews.CONFIRMATION,
            StoryNews.NEW_ORIGIN,
            StoryNews.NEW_LANGUAGE,
            StoryNews.ARTICLES,
            StoryNews.REACTION,
            StoryNews.STANCE_CHANGE,
            StoryNews.PHASE,
            StoryNews.SEVERITY,
            StoryNews.REVIVED,
            FigureNews.FIGURE,
            FigureNews.ENDED,
            FigureNews.REPEATED);
    private static final Set<String> NO_FIGURES = Set.of("is", "stance", "phase", "origins");
    private static final Set<String> CONDITIONS = Set.of(
            "is", "stance", "phase", "origins", "killed", "injured", "missing", "detained", "evacuated", "deployed");
    private static final int MOST = 1_000;

    private PolicyReader() {}

    /** @param others keys that are allowed beside those of rules */
    static TopicRules rules(PolicyKey at, TopicRules base, String... others) throws InvalidPolicyException {
        var known = new HashSet<>(KEYS);
        known.addAll(List.of(others));
        at.only(known);
        var urgency = at.at("urgency").only(Set.of("immediate", "expected"));
        return new TopicRules(
                at.has("minimumOrigins") ? (int) at.at("minimumOrigins").number(1, MOST) : base.minimumOrigins(),
                at.has("coolDown") ? at.at("coolDown").duration() : base.coolDown(),
                repeat(at.at("repeat"), base.repeat()),
                urgency.has("immediate") ? urgency.at("immediate").duration() : base.immediate(),
                urgency.has("expected") ? urgency.at("expected").duration() : base.expected(),
                changes(at, base.changes()),
                at.has("severity") ? severity(at.at("severity")) : base.severity(),
                at.has("phases") ? phases(at.at("phases")) : base.phases(),
                BurstReader.rules(at.at("bursts"), base.bursts()));
    }

    private static TopicRules.Repeat repeat(PolicyKey at, TopicRules.Repeat base) throws InvalidPolicyException {
        at.only(Set.of("after", "most", "from"));
        var after = at.has("after") ? at.at("after").duration() : base.after();
        int most = at.has("most") ? (int) at.at("most").number(0, MOST) : base.most();
        if (most > 0 && after.isZero()) {
            throw at.wrong("needs 'after', the time between repetitions");
        }
        return new TopicRules.Repeat(
                after, most, at.has("from") ? at.at("from").word(Alert.Severity.class) : base.from());
    }

    private static Map<String, Ringing> changes(PolicyKey at, Map<String, Ringing> base) throws InvalidPolicyException {
        at.at("changes").only(CHANGES);
        var changes = new HashMap<>(base);
        for (var change : at.entries("changes")) {
            changes.put(change.name(), change.word(Ringing.class));
        }
        return Map.copyOf(changes);
    }

    private static List<SeverityRule> severity(PolicyKey at) throws InvalidPolicyException {
        var rules = new ArrayList<SeverityRule>();
        for (var rule : at.items()) {
            rule.only(CONDITIONS);
            if (!rule.has("is")) {
                throw rule.wrong("says no severity: 'is' is missing");
            }
            var figures = new HashMap<String, Long>();
            for (var condition : rule.value().properties()) {
                if (!NO_FIGURES.contains(condition.getKey())) {
                    figures.put(condition.getKey(), rule.at(condition.getKey()).number(1, Integer.MAX_VALUE));
                }
            }
            rules.add(new SeverityRule(
                    rule.at("is").word(Alert.Severity.class),
                    Map.copyOf(figures),
                    rule.has("stance") ? rule.at("stance").text() : null,
                    rule.has("phase") ? rule.at("phase").text() : null,
                    rule.has("origins") ? (int) rule.at("origins").number(1, MOST) : 0));
        }
        return List.copyOf(rules);
    }

    private static TopicRules.Phases phases(PolicyKey at) throws InvalidPolicyException {
        at.only(Set.of("of", "steps"));
        var steps = new ArrayList<TopicRules.Phases.Step>();
        for (var step : at.at("steps").items()) {
            step.only(Set.of("name", "signals"));
            var signals = new ArrayList<String>();
            for (var signal : step.at("signals").items()) {
                signals.add(signal.text());
            }
            steps.add(new TopicRules.Phases.Step(step.at("name").text(), List.copyOf(signals)));
        }
        return new TopicRules.Phases(at.at("of").text(), List.copyOf(steps));
    }
}
