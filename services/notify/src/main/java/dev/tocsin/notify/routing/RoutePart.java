package dev.tocsin.notify.routing;

import dev.tocsin.notify.delivery.Receiver;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one route of the routes file. */
final class RoutePart {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,47}");

    /** Which part of a digest is how often. */
    private enum Every {
        HOUR,
        DAY
    }

    private RoutePart() {}

    static Route read(YamlPart part, Map<String, Receiver> receivers) throws InvalidRoutesException {
        var keys = part.keys("name", "match", "hours", "group", "quiet", "to", "escalate", "digest");
        var name = YamlPart.needed(part, keys, "name");
        if (!NAME.matcher(name.text()).matches()) {
            throw name.mistake("is '" + name.text() + "', expected lower case letters, digits and hyphens");
        }
        var match = keys.containsKey("match")
                ? MatchPart.read(keys.get("match"), Match.REAL)
                : Match.ofTopics(Set.of(), Match.REAL);
        var digest = keys.containsKey("digest") ? digest(keys.get("digest")) : null;
        if (digest != null) {
            for (var key : List.of("group", "quiet", "escalate")) {
                if (keys.containsKey(key)) {
                    throw keys.get(key).mistake("does not go with 'digest': make it a route of its own");
                }
            }
        }
        var to = to(YamlPart.needed(part, keys, "to"), receivers, digest != null);
        var by = Route.GroupBy.STORY;
        var wait = Duration.ZERO;
        var interval = Duration.ZERO;
        if (keys.containsKey("group")) {
            var group = keys.get("group").keys("by", "wait", "interval");
            by = group.containsKey("by") ? group.get("by").word(Route.GroupBy.class) : by;
            wait = group.containsKey("wait") ? MatchPart.duration(group.get("wait")) : wait;
            interval = group.containsKey("interval") ? MatchPart.duration(group.get("interval")) : interval;
        }
        return new Route(
                name.text(),
                match,
                keys.containsKey("hours")
                        ? MatchPart.hours(keys.get("hours"), keys.get("hours").keys("days", "from", "to", "zone"))
                        : null,
                digest == null ? by : Route.GroupBy.ROUTE,
                wait,
                interval,
                keys.containsKey("quiet") ? quiet(keys.get("quiet")) : null,
                to,
                keys.containsKey("escalate") ? steps(keys.get("escalate"), receivers) : List.of(),
                digest);
    }

    private static List<String> to(YamlPart part, Map<String, Receiver> receivers, boolean digest)
            throws InvalidRoutesException {
        var ids = new ArrayList<String>();
        for (var item : part.items()) {
            var receiver = receivers.get(item.text());
            if (receiver == null) {
                throw item.mistake("is '" + item.text() + "', which is no receiver: there are "
                        + (receivers.isEmpty() ? "none" : String.join(", ", receivers.keySet())));
            }
            if (digest && receiver.takesEach()) {
                throw item.mistake("is '" + item.text() + "', a " + receiver.type()
                        + ", which takes alerts one by one and no digest: give it a route without 'digest'");
            }
            if (ids.contains(item.text())) {
                throw item.mistake("is '" + item.text() + "' for the second time: keep one");
            }
            ids.add(item.text());
        }
        if (ids.isEmpty()) {
            throw part.mistake("names no receiver");
        }
        return ids;
    }

    private static Quiet quiet(YamlPart part) throws InvalidRoutesException {
        var keys = part.keys("days", "from", "to", "zone", "unless");
        return new Quiet(
                MatchPart.hours(part, keys),
                keys.containsKey("unless") ? keys.get("unless").word(dev.tocsin.contracts.Alert.Severity.class) : null);
    }

    private static List<Route.Step> steps(YamlPart part, Map<String, Receiver> receivers)
            throws InvalidRoutesException {
        var steps = new ArrayList<Route.Step>();
        var before = Duration.ZERO;
        for (var item : part.items()) {
            var keys = item.keys("after", "to");
            var after = MatchPart.duration(YamlPart.needed(item, keys, "after"));
            if (after.compareTo(before) <= 0) {
                throw item.mistake(
                        "comes no later than the step before it: each 'after' counts from the first message");
            }
            before = after;
            steps.add(new Route.Step(after, to(YamlPart.needed(item, keys, "to"), receivers, false)));
        }
        return steps;
    }

    private static Digest digest(YamlPart part) throws InvalidRoutesException {
        var keys = part.keys("every", "at", "zone", "empty");
        var every = YamlPart.needed(part, keys, "every").word(Every.class);
        var at = keys.containsKey("at") ? MatchPart.clock(keys.get("at")) : LocalTime.MIDNIGHT;
        if (every == Every.DAY && !keys.containsKey("at")) {
            throw part.mistake("has no 'at': say at what time of the day, such as \"07:00\"");
        }
        var zone = MatchPart.zone(YamlPart.needed(part, keys, "zone"));
        return new Digest(
                every == Every.HOUR,
                at,
                zone,
                keys.containsKey("empty") && keys.get("empty").yes());
    }
}
