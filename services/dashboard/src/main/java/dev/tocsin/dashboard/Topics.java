package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.CloudEvent;
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
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Takes what a desk says of its topics: has it tried where the analyzers are, and writes it to the channel. */
@Singleton
final class Topics {
    /** Until the archive shows what was written, so that who reads next reads it; some milliseconds where nothing lags. */
    private static final Duration SHOWN = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Neighbours neighbours;
    private final Outbox outbox;
    private final InstantSource clock;
    private final Who who;

    /** Versions that this replica wrote: the archive may not have read the last one yet. */
    private final Map<String, Integer> written = new ConcurrentHashMap<>();

    Topics(Neighbours neighbours, Outbox outbox, InstantSource clock, Who who) {
        this.who = who;
        this.neighbours = neighbours;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * How a change is to be made.
     *
     * @param match the ETag of the version that it was made from; null to go by the version that the pack says
     * @param mustBeNew whether there must be no such topic yet
     * @param note how the version came about, in place of the pack's own; null to keep that
     */
    record Change(@Nullable String match, boolean mustBeNew, @Nullable String note, @Nullable String trace) {
        static Change of(HttpHeaders headers, @Nullable String note) {
            return new Change(
                    headers.getHeaderString(HttpHeaders.IF_MATCH),
                    "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH)),
                    note,
                    headers.getHeaderString(CloudEvent.TRACE_PARENT));
        }

        /** The problem, where the conditions do not hold (RFC 9110, section 13); else null. */
        @Nullable
        Problem refused(@Nullable TopicPack now) {
            if (mustBeNew && now != null) {
                return Conditional.failed();
            }
            if (Etag.allows(match, now == null ? null : Edits.of(now))) {
                return null;
            }
            return Problem.of(
                    412,
                    "It was changed meanwhile",
                    now == null
                            ? "The topic is not watched (any more): look whether it was ended meanwhile."
                            : "Version " + now.version() + " is in force, yours was made from " + match
                                    + ": look at what changed, and send yours with the ETag of that version.");
        }
    }

    /** One at a time, so that of two changes made from one version the second is refused. */
    synchronized Response put(String id, byte[] body, Change change) {
        var tried = check(body);
        if (!(tried instanceof Reply.Answer sound && sound.ok())) {
            return Passage.response(tried);
        }
        var known = known(id);
        if (!(known instanceof Reply.Answer before && (before.ok() || before.status() == 404))) {
            return Passage.response(known);
        }
        try {
            var pack = Json.read(sound.body(), TopicPack.class);
            return pack.id().equals(id)
                    ? put(
                            change.note() == null ? pack : noted(pack, change.note()),
                            before.ok() ? Json.read(before.body(), TopicPack.class) : null,
                            change)
                    : Problem.of(422, "The pack is wrong", "'id' is " + pack.id() + ", the address says " + id)
                            .response();
        } catch (UnreadableMessageException e) {
            return unusable(e);
        }
    }

    private Response put(TopicPack pack, @Nullable TopicPack before, Change change) {
        var refused = change.refused(before);
        if (refused != null) {
            return refused.response();
        }
        if (before != null && pack.withVersion(before.version()).equals(before)) {
            return inForce(before);
        }
        if (before != null && change.match() == null && pack.version() < before.version()) {
            return Problem.of(
                            409,
                            "It was changed meanwhile",
                            "Version " + before.version() + " is in force, yours says " + pack.version()
                                    + ": look at what changed, and send yours with that version.")
                    .response();
        }
        boolean higher = before == null || pack.version() > before.version();
        return write(higher ? pack : pack.withVersion(before.version() + 1), change.trace());
    }

    private Response write(TopicPack next, @Nullable String trace) {
        who.note("version " + next.version() + (next.note() == null ? "" : ": " + next.note()));
        var problem = outbox.write(next, clock.instant(), TraceParent.continuing(trace));
        if (problem.isPresent()) {
            return problem.get().response();
        }
        written.merge(next.id(), next.version(), Math::max);
        awaitShown(next);
        return inForce(next);
    }

    /** Puts an earlier version into force again, as a version of its own; of a topic that was ended too. */
    synchronized Response rollBack(String id, int version, Change change) {
        var path = "/topics/" + Neighbours.segment(id);
        var old = neighbours.get(Neighbour.ARCHIVE, path + "/versions/" + version);
        var known = known(id);
        var versions = neighbours.get(Neighbour.ARCHIVE, path + "/versions");
        if (!(old instanceof Reply.Answer wanted && wanted.ok())) {
            return Passage.response(old);
        }
        if (!(known instanceof Reply.Answer before && (before.ok() || before.status() == 404))) {
            return Passage.response(known);
        }
        if (!(versions instanceof Reply.Answer list && list.ok())) {
            return Passage.response(versions);
        }
        try {
            var pack = Json.read(wanted.body(), TopicPack.class);
            var now = before.ok() ? Json.read(before.body(), TopicPack.class) : null;
            var refused = change.refused(now);
            if (refused != null) {
                return refused.response();
            }
            int newest = written.getOrDefault(id, 0);
            if (now != null
                    && now.version() >= newest
                    && noted(pack.withVersion(now.version()), now.note()).equals(now)) {
                return inForce(now);
            }
            var tried = check(Json.write(pack));
            if (!(tried instanceof Reply.Answer sound && sound.ok())) {
                return Passage.response(tried);
            }
            int last = Json.read(list.body(), JsonNode.class)
                    .at("/items/0/version")
                    .asInt();
            int next = Math.max(newest, Math.max(last, now == null ? version : now.version())) + 1;
            var note = "Version " + version + " again" + (change.note() == null ? "." : ": " + change.note());
            return write(noted(pack.withVersion(next), note), change.trace());
        } catch (UnreadableMessageException e) {
            return unusable(e);
        }
    }

    synchronized Response delete(String id, Change change) {
        var known = known(id);
        if (!(known instanceof Reply.Answer before && before.ok())) {
            return Passage.response(known);
        }
        try {
            var refused = change.match() == null ? null : change.refused(Json.read(before.body(), TopicPack.class));
            return refused != null
                    ? refused.response()
                    : outbox.forget(id, clock.instant(), TraceParent.continuing(change.trace()))
                            .map(Problem::response)
                            .orElseGet(() -> Response.noContent().build());
        } catch (UnreadableMessageException e) {
            return unusable(e);
        }
    }

    /** A pack with classify's opinion: the pack as the channel carries it, or its first mistake. */
    Reply check(byte[] body) {
        return neighbours.send(Neighbour.CLASSIFY, "POST", "/packs/check", "text/plain; charset=utf-8", body, Map.of());
    }

    private Reply known(String id) {
        return neighbours.get(Neighbour.ARCHIVE, "/topics/" + Neighbours.segment(id));
    }

    private void awaitShown(TopicPack written) {
        var end = clock.instant().plus(SHOWN);
        try {
            while (clock.instant().isBefore(end)) {
                if (known(written.id()) instanceof Reply.Answer shown
                        && shown.ok()
                        && Json.read(shown.body(), JsonNode.class)
                                        .path("version")
                                        .asInt()
                                >= written.version()) {
                    return;
                }
                Thread.sleep(LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UnreadableMessageException e) {
            // whoever reads next is told
        }
    }

    private static TopicPack noted(TopicPack pack, @Nullable String note) {
        return new TopicPack(
                pack.id(),
                pack.version(),
                pack.name(),
                pack.description(),
                pack.mediaTopics(),
                pack.threshold(),
                pack.titleBoost(),
                pack.signals(),
                pack.requires(),
                pack.examples(),
                note);
    }

    private static Response unusable(UnreadableMessageException e) {
        return Problem.of(502, "A part of Tocsin gave no usable answer", "A topic " + e.getMessage())
                .response();
    }

    private static Response inForce(TopicPack pack) {
        return inForce(pack, Json.write(pack));
    }

    private static Response inForce(TopicPack pack, byte[] json) {
        return Response.ok(json)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.ETAG, Etag.ofEditable(Edits.of(pack), json))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
