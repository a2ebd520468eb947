package dev.tocsin.ingest.polite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Feeds that are due, host by host in rotation: a host with thousands of them gets its turn as often as one with a
 * single feed, and no more. For one thread.
 */
public final class DueQueue {
    /** A feed whose host lets it through. */
    public record Ready(Due due, HostGate.Pass pass) {}

    private final HostGate gate;
    private final int mostOfAHost;
    private final Map<String, Deque<Due>> hosts = new LinkedHashMap<>();
    private final Set<String> ids = new HashSet<>();

    /** @param mostOfAHost feeds of one host that may wait here; the rest stays where it is kept */
    public DueQueue(HostGate gate, int mostOfAHost) {
        this.gate = gate;
        this.mostOfAHost = mostOfAHost;
    }

    /** Adds those that are not waiting yet. */
    public void offer(Collection<Due> found) {
        for (var due : found) {
            var waiting = hosts.computeIfAbsent(due.host(), h -> new ArrayDeque<>());
            if ((waiting.size() < mostOfAHost || due.host().isEmpty()) && ids.add(due.id())) {
                waiting.add(due);
            }
        }
    }

    /** Hosts of which no more can wait: to look for others' feeds is of more use. */
    public Set<String> crowded() {
        var full = new HashSet<String>();
        hosts.forEach((host, waiting) -> {
            if (waiting.size() >= mostOfAHost && !host.isEmpty()) {
                full.add(host);
            }
        });
        return full;
    }

    /** Takes at most {@code count} feeds whose hosts let them through now, one of each host and then the next. */
    public List<Ready> take(int count) {
        var taken = new ArrayList<Ready>();
        var open = new ArrayDeque<>(hosts.keySet());
        while (taken.size() < count && !open.isEmpty()) {
            var host = open.poll();
            gate.tryEnter(host).ifPresent(pass -> {
                taken.add(new Ready(next(host), pass));
                if (hosts.containsKey(host)) {
                    open.add(host);
                }
            });
        }
        return taken;
    }

    public int size() {
        return ids.size();
    }

    /** Its host goes to the end of the rotation, or away with its last feed. */
    private Due next(String host) {
        var waiting = hosts.remove(host);
        var due = waiting.remove();
        ids.remove(due.id());
        if (!waiting.isEmpty()) {
            hosts.put(host, waiting);
        }
        return due;
    }
}
