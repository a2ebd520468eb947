package dev.tocsin.notify.routing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.message.Notice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a group tells to whom, and under which keys. The keys follow from what is told alone, so a flush that is done
 * again after a crash gives the same deliveries.
 *
 * @param number of the flush within its group, from 1
 */
public record Bundle(Route route, String group, int number, Instant at) {
    /** The most changes one message carries of a story; the latest count. */
    private static final int MOST_CHANGES = 50;

    /** The most stories one message holds, and the most characters of them: the store takes a document of 16 MB. */
    private static final int MOST_STORIES = 200;

    private static final int MOST_TEXT = 2_000_000;

    /**
     * The deliveries of a flush.
     *
     * @param waiting what the group holds; none for an empty digest
     */
    public List<Delivery> deliveries(List<Held> waiting, List<Receiver> receivers) {
        var ordered = waiting.stream()
                .sorted(Comparator.comparing(Held::story).thenComparingInt(Held::revision))
                .toList();
        var told = route.gathers() ? latest(ordered) : ordered;
        var deliveries = new ArrayList<Delivery>();
        for (var receiver : receivers) {
            if (route.digest() != null || told.size() > 1 && route.gathers() && !receiver.takesEach()) {
                deliveries.add(together(told, receiver));
            } else {
                told.forEach(held -> deliveries.add(alone(held, receiver, "")));
            }
        }
        return deliveries;
    }

    private Delivery alone(Held held, Receiver receiver, String prefix) {
        var json = held.json();
        return Delivery.pending(
                prefix + Delivery.key(held.story(), held.revision(), receiver.id()),
                held.story(),
                held.revision(),
                json.path("topic").asText(),
                receiver.id(),
                held.event(),
                held.traceparent(),
                held.origin(),
                new Notice(Notice.Kind.ALERT, route.name(), null, List.of(json)).json(),
                at);
    }

    private Delivery together(List<Held> told, Receiver receiver) {
        boolean digest = route.digest() != null;
        var name = (digest ? "digest:" : "group:") + group + ":" + number + ":" + fingerprint(told);
        var kept = mostSevere(told);
        int left = told.size() - kept.size();
        var notice = new Notice(
                digest ? Notice.Kind.DIGEST : Notice.Kind.ALERT,
                route.name(),
                left == 0 ? null : "and " + left + " more",
                kept.stream().map(Held::json).toList());
        var any = told.isEmpty() ? null : told.getLast();
        return Delivery.pending(
                name + ":" + receiver.id(),
                (digest ? "digest:" : "group:") + group,
                number,
                any == null ? "" : any.json().path("topic").asText(),
                receiver.id(),
                any == null ? name : any.event(),
                any == null ? "" : any.traceparent(),
                any == null ? new Delivery.Origin("", 0, 0, null) : any.origin(),
                notice.json(),
                at);
    }

    /** As many as a message holds. */
    private static List<Held> mostSevere(List<Held> told) {
        var kept = new ArrayList<Held>();
        int text = 0;
        var ordered = told.stream()
                .sorted(Comparator.comparing(held -> held.subject().alert().severity()))
                .toList();
        for (var held : ordered) {
            text += held.payload().length();
            if (kept.size() == MOST_STORIES || text > MOST_TEXT && !kept.isEmpty()) {
                break;
            }
            kept.add(held);
        }
        return kept;
    }

    /**
     * The record of what a silence kept back, under keys of its own: another route may tell the same receiver.
     *
     * @param kept what waits, with the reason
     */
    public List<Delivery> silenced(Map<Held, String> kept, List<Receiver> receivers) {
        var deliveries = new ArrayList<Delivery>();
        kept.forEach((held, reason) -> {
            for (var receiver : receivers) {
                deliveries.add(alone(held, receiver, "silenced:" + route.name() + ":")
                        .settled(Delivery.State.SILENCED, reason));
            }
        });
        return deliveries;
    }

    /** Two flushes that tell different things never share a key, not even when two replicas give them one number. */
    private static String fingerprint(List<Held> told) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            told.forEach(held -> hash.update((held.id() + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(hash.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The latest revision of each story, with the changes of those before it that wait as well. */
    private static List<Held> latest(List<Held> ordered) {
        var stories = new LinkedHashMap<String, Held>();
        for (var held : ordered) {
            stories.merge(held.story(), held, Bundle::merged);
        }
        return List.copyOf(stories.values());
    }

    private static Held merged(Held earlier, Held later) {
        var json = (ObjectNode) later.json();
        var changes = new ArrayList<JsonNode>();
        earlier.json().path("changes").forEach(changes::add);
        json.path("changes").forEach(changes::add);
        ArrayNode all = json.putArray("changes");
        changes.stream().skip(Math.max(0, changes.size() - MOST_CHANGES)).forEach(all::add);
        return new Held(
                later.id(),
                later.route(),
                later.group(),
                later.story(),
                later.revision(),
                json.toString(),
                later.event(),
                later.traceparent(),
                later.origin(),
                earlier.held());
    }
}
