package dev.tocsin.notify;

import dev.tocsin.contracts.Json;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows how each receiver does; internal. */
@Path("/receivers")
public class ReceiverResource {
    private static final Duration COUNTS_HOLD = Duration.ofSeconds(30);

    private @Nullable Counted counted;

    @Inject
    Routing routing;

    @Inject
    Engine engine;

    @Inject
    DeliveryStore store;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /** All receivers by name; those that the routes do not hold any more only while something waits or failed for them. */
    @GET
    @RunOnVirtualThread
    public Response list() {
        var counts = counts();
        var items = new ArrayList<Item>();
        var configured = routing.routes().receivers();
        configured
                .values()
                .forEach(receiver -> items.add(item(receiver, counts.getOrDefault(receiver.id(), Map.of()))));
        counts.forEach((id, states) -> {
            long waiting = count(states, Delivery.State.PENDING);
            long failed = count(states, Delivery.State.FAILED);
            if (!configured.containsKey(id) && waiting + failed > 0) {
                items.add(new Item(id, "gone", "unknown", null, waiting, failed, 0, false, null, null, null));
            }
        });
        items.sort(Comparator.comparing(Item::id));
        return Response.ok(Json.write(new Page(items, null)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** Counting reads all that is kept, and each open board asks. */
    private synchronized Map<String, Map<String, Long>> counts() {
        var now = clock.instant();
        var last = counted;
        if (last == null || !now.isBefore(last.at().plus(COUNTS_HOLD))) {
            last = new Counted(now, store.counts());
            counted = last;
        }
        return last.counts();
    }

    private record Counted(Instant at, Map<String, Map<String, Long>> counts) {}

    private Item item(Receiver receiver, Map<String, Long> states) {
        var health = engine.worker(receiver.id()).map(ReceiverWorker::health).orElse(ReceiverWorker.Health.NEW);
        var circuit = health.circuit();
        return new Item(
                receiver.id(),
                receiver.type(),
                circuit.state(clock.instant()).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                circuit.until(),
                count(states, Delivery.State.PENDING),
                count(states, Delivery.State.FAILED),
                count(states, Delivery.State.DELIVERED),
                outbox.full(receiver.id()),
                health.lastSuccess(),
                health.lastFailure(),
                health.error());
    }

    private static long count(Map<String, Long> states, Delivery.State state) {
        return states.getOrDefault(state.word(), 0L);
    }

    private record Page(List<Item> items, @Nullable String nextCursor) {}

    /**
     * A receiver without its address, which may be a secret.
     *
     * @param circuit closed, open or half-open
     * @param until when an open circuit is tried again
     * @param full whether its queue takes no more
     * @param lastSuccess since this process started, as the two after it
     */
    private record Item(
            String id,
            String type,
            String circuit,
            @Nullable Instant until,
            long waiting,
            long failed,
            long delivered,
            boolean full,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            @Nullable String error) {}
}
