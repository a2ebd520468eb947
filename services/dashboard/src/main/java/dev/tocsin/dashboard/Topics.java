package dev.tocsin.dashboard;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.manners.Edits;
import dev.tocsin.dashboard.manners.Etag;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes what a desk says of its topics: has it tried where the analyzers are, and writes it to the channel. */
@Singleton
final class Topics {
    private final Neighbours neighbours;
    private final Outbox outbox;
    private final InstantSource clock;

    Topics(Neighbours neighbours, Outbox outbox, InstantSource clock) {
        this.neighbours = neighbours;
        this.outbox = outbox;
        this.clock = clock;
    }

    Response put(String id, byte[] body, @Nullable String trace, HttpHeaders headers) {
        var tried = neighbours.send(
                Neighbour.CLASSIFY, "POST", "/packs/check", "text/plain; charset=utf-8", body, Map.of());
        if (!(tried instanceof Reply.Answer sound && sound.ok())) {
            return Passage.response(tried);
        }
        var known = neighbours.get(Neighbour.ARCHIVE, "/topics/" + Neighbours.segment(id));
        if (!(known instanceof Reply.Answer before && (before.ok() || before.status() == 404))) {
            return Passage.response(known);
        }
        var edit = before.ok() ? Edits.topic(before.body()).orElse(null) : null;
        boolean mustBeNew = "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH));
        if (!Etag.allows(headers.getHeaderString(HttpHeaders.IF_MATCH), edit) || (mustBeNew && edit != null)) {
            return Conditional.failed().response();
        }
        try {
            var pack = Json.read(sound.body(), TopicPack.class);
            return pack.id().equals(id)
                    ? put(pack, before.ok() ? Json.read(before.body(), TopicPack.class) : null, trace)
                    : Problem.of(422, "The pack is wrong", "'id' is " + pack.id() + ", the address says " + id)
                            .response();
        } catch (UnreadableMessageException e) {
            return Problem.of(502, "A part of Tocsin gave no usable answer", "A topic " + e.getMessage())
                    .response();
        }
    }

    private Response put(TopicPack pack, @Nullable TopicPack before, @Nullable String trace) {
        if (before != null && pack.withVersion(before.version()).equals(before)) {
            return inForce(before);
        }
        if (before != null && pack.version() < before.version()) {
            return Problem.of(
                            409,
                            "It was changed meanwhile",
                            "Version " + before.version() + " is in force, yours says " + pack.version()
                                    + ": look at what changed, and send yours with that version.")
                    .response();
        }
        var next = before != null && pack.version() == before.version() ? pack.withVersion(pack.version() + 1) : pack;
        return outbox.write(next, clock.instant(), TraceParent.continuing(trace))
                .map(Problem::response)
                .orElseGet(() -> inForce(next));
    }

    Response delete(String id, @Nullable String trace, HttpHeaders headers) {
        var known = neighbours.get(Neighbour.ARCHIVE, "/topics/" + Neighbours.segment(id));
        if (!(known instanceof Reply.Answer before && before.ok())) {
            return Passage.response(known);
        }
        if (!Etag.allows(
                headers.getHeaderString(HttpHeaders.IF_MATCH),
                Edits.topic(before.body()).orElse(null))) {
            return Conditional.failed().response();
        }
        return outbox.forget(id, clock.instant(), TraceParent.continuing(trace))
                .map(Problem::response)
                .orElseGet(() -> Response.noContent().build());
    }

    private static Response inForce(TopicPack pack) {
        var json = Json.write(pack);
        return Response.ok(json)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, Etag.ofEditable(String.valueOf(pack.version()), json))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
