package dev.tocsin.notify;

import dev.tocsin.contracts.Json;
import dev.tocsin.notify.delivery.Attempt;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.DeliveryQuery;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Shows what was delivered, what waits and what failed, and sends what failed again; internal. */
@Path("/deliveries")
public class DeliveryResource {
    @Inject
    DeliveryStore store;

    @Inject
    Engine engine;

    @Inject
    Clock clock;

    /**
     * Deliveries, the newest first.
     *
     * @param story only of this story
     * @param receiver only to this receiver
     * @param state only {@code pending}, {@code delivered}, {@code failed} or {@code silenced} ones
     * @param cursor {@code nextCursor} of the page before
     * @param limit 1 to 200, 50 by default
     */
    @GET
    @RunOnVirtualThread
    public Response list(
            @RestQuery @Nullable String story,
            @RestQuery @Nullable String receiver,
            @RestQuery @Nullable String state,
            @RestQuery @Nullable String cursor,
            @RestQuery @Nullable String limit) {
        DeliveryQuery query;
        try {
            query = DeliveryQuery.of(story, receiver, state, cursor, limit);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(e.getMessage());
        }
        var found = store.find(query);
        boolean more = found.size() > query.limit();
        var items = more ? found.subList(0, query.limit()) : found;
        var page = new Page(items.stream().map(Item::of).toList(), more ? cursor(items.getLast()) : null);
        return Response.ok(Json.write(page), MediaType.APPLICATION_JSON_TYPE).build();
    }

    /** Sends a failed delivery again, under the same idempotency key, with a new series of attempts. */
    @POST
    @Path("{id}/again")
    @RunOnVirtualThread
    public Response again(@RestPath String id) {
        var known = store.one(id);
        if (known.isEmpty()) {
            throw new NotFoundException("There is no delivery with this id.");
        }
        var receiver = known.get().receiver();
        if (engine.worker(receiver).isEmpty()) {
            return conflict("Nothing is delivered to '" + receiver + "': it stands in no routes any more.");
        }
        var delivery = store.sendAgain(id, Instant.ofEpochMilli(clock.millis()));
        if (delivery.isEmpty()) {
            return conflict("This delivery did not fail: it may wait again already.");
        }
        engine.wake(List.of(delivery.get().receiver()));
        return Response.ok(Json.write(Item.of(delivery.get())), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response conflict(String detail) {
        return Problem.response(409, "Conflict", detail, "/deliveries");
    }

    private static String cursor(Delivery last) {
        return new DeliveryQuery.Position(last.created(), last.key()).cursor();
    }

    private record Page(List<Item> items, @Nullable String nextCursor) {}

    /** A delivery without its payload, which is the alert of that revision. */
    private record Item(
            String id,
            String story,
            int revision,
            String topic,
            String receiver,
            String state,
            Instant created,
            @Nullable Instant nextTry,
            @Nullable String reason,
            List<Attempt> attempts) {
        static Item of(Delivery d) {
            return new Item(
                    d.key(),
                    d.story(),
                    d.revision(),
                    d.topic(),
                    d.receiver(),
                    d.state().word(),
                    d.created(),
                    d.nextTry(),
                    d.reason(),
                    d.attempts());
        }
    }
}
