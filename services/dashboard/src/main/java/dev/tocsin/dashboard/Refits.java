package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Has weights proposed for a topic's pack: brings the verdicts, which the archive knows, to where packs are understood. */
@Singleton
final class Refits {
    private static final int STORIES_A_PAGE = 50;

    /** Texts, beyond which no further page is asked for. */
    private static final int MOST_TEXTS = 1_000;

    /** Of their JSON, the same: it is held here and in classify at once. */
    private static final int MOST_BYTES = 4 * 1024 * 1024;

    /** Time for gathering them; the rest of the verdicts would teach little. */
    private static final Duration MOST_TIME = Duration.ofSeconds(5);

    private final Neighbours neighbours;
    private final InstantSource clock;

    Refits(Neighbours neighbours, InstantSource clock) {
        this.neighbours = neighbours;
        this.clock = clock;
    }

    Response propose(String id) {
        var topic = "/topics/" + Neighbours.segment(id);
        var known = neighbours.get(Neighbour.ARCHIVE, topic);
        if (!(known instanceof Reply.Answer pack && pack.ok())) {
            return Passage.response(known);
        }
        try {
            var request = Json.mapper().createObjectNode();
            request.set("pack", Json.read(pack.body(), JsonNode.class));
            var failed = gather(topic + "/judged?limit=" + STORIES_A_PAGE, request);
            if (failed != null) {
                return Passage.response(failed);
            }
            boolean bounded = request.remove("bounded").asBoolean();
            var reply = neighbours.send(
                    Neighbour.CLASSIFY, "POST", "/packs/refit", "application/json", Json.write(request), Map.of());
            return reply instanceof Reply.Answer answer && answer.ok()
                    ? proposal(answer, bounded)
                    : Passage.response(reply);
        } catch (UnreadableMessageException e) {
            return Problem.of(502, "A part of Tocsin gave no usable answer", "It " + e.getMessage())
                    .response();
        }
    }

    /** Fills in {@code texts}, and whether there are more; answers what went wrong, or null. */
    private @Nullable Reply gather(String path, ObjectNode request) throws UnreadableMessageException {
        var texts = request.putArray("texts");
        var end = clock.instant().plus(MOST_TIME);
        int bytes = 0;
        var cursor = "";
        while (true) {
            var reply = neighbours.get(Neighbour.ARCHIVE, path + cursor);
            if (!(reply instanceof Reply.Answer page && page.ok())) {
                return reply;
            }
            bytes += page.body().length;
            var list = Json.read(page.body(), JsonNode.class);
            list.path("items").forEach(texts::add);
            boolean more = list.path("nextCursor").isTextual();
            if (!more
                    || texts.size() >= MOST_TEXTS
                    || bytes >= MOST_BYTES
                    || clock.instant().isAfter(end)) {
                request.put("bounded", more);
                return null;
            }
            cursor = "&cursor=" + Neighbours.parameter(list.path("nextCursor").asText());
        }
    }

    /** @param bounded whether older verdicts were left out */
    private static Response proposal(Reply.Answer answer, boolean bounded) throws UnreadableMessageException {
        var proposal = Json.read(answer.body(), ObjectNode.class).put("bounded", bounded);
        return Response.ok(Json.write(proposal))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
