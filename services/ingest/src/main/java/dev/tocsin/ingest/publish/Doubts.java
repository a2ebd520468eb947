package dev.tocsin.ingest.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * First texts that were sent and are not marked: while they are under way, and after the channel or the store failed. What
 * is offered again in the same words is sent again under the same number, and in other words under the next. What a
 * process that dies leaves behind is the business of {@link Salvage}.
 */
final class Doubts {
    /** The oldest are forgotten: so many fail only where nothing works for long. */
    private static final int MOST = 10_000;

    private final Map<String, Seen.Pending> sent = new LinkedHashMap<>();

    synchronized Seen.@Nullable Pending about(String id) {
        return sent.get(id);
    }

    synchronized void sending(Map<String, Seen.Pending> firsts) {
        sent.putAll(firsts);
        var oldest = sent.keySet().iterator();
        for (int over = sent.size() - MOST; over > 0; over--) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void marked(Iterable<Mark> marks) {
        for (var mark : marks) {
            sent.remove(mark.id());
        }
    }
}
