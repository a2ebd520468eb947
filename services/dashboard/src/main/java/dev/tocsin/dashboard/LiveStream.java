package dev.tocsin.dashboard;

import dev.tocsin.dashboard.live.Cursor;
import dev.tocsin.dashboard.live.LiveRing;
import dev.tocsin.dashboard.live.LiveType;
import dev.tocsin.dashboard.live.Subscription;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/live}: the live channels as server-sent events. A route of its own rather than a resource, because it
 * must see when a client takes no more: then the ring holds what is left, and nothing is queued.
 */
@Singleton
final class LiveStream {
    private static final int MAX_ID = 16 * 1024;

    private final DashboardConfig.Live config;
    private final LiveRing ring;
    private final InstantSource clock;
    private final Gate gate;
    private final Set<LiveConnection> connections = ConcurrentHashMap.newKeySet();

    LiveStream(DashboardConfig config, LiveRing ring, InstantSource clock, Gate gate, MeterRegistry meters) {
        this.config = config.live();
        this.ring = ring;
        this.clock = clock;
        this.gate = gate;
        meters.gaugeCollectionSize("tocsin.live.connections", java.util.List.of(), connections);
    }

    void route(@Observes Router router, Vertx vertx) {
        router.get("/api/live").handler(this::connect);
        vertx.setPeriodic(config.heartbeat().toMillis(), timer -> {
            connections.forEach(LiveConnection::beat);
            Thread.ofVirtual().name("live-access").start(this::endWhoMayNoMore);
        });
    }

    /** A stream lasts for days, and a session or key may end before it. */
    private void endWhoMayNoMore() {
        for (var connection : connections) {
            if (!gate.wouldStillLetIn(connection.request())) {
                connection.end();
            }
        }
    }

    /** Tells all connections that the ring has grown. */
    void wake() {
        connections.forEach(LiveConnection::wake);
    }

    /** How many read now. */
    int readers() {
        return connections.size();
    }

    private void connect(RoutingContext request) {
        var id = position(request);
        var resume = id.flatMap(Cursor::parse);
        var types = types(request.queryParams().get("types"));
        if (id.isPresent() && resume.isEmpty()) {
            refuse(
                    request,
                    Problem.of(
                            400,
                            "Not a position of this stream",
                            "Last-Event-ID is no id of an event of this stream; leave it out to begin now."));
        } else if (types.isEmpty()) {
            refuse(
                    request,
                    Problem.of(
                            400, "Unknown type of event", "'types' is a list with commas of: alert, story, verdict."));
        } else if (connections.size() >= config.maxConnections()) {
            request.response()
                    .putHeader("Retry-After", String.valueOf(config.retry().toSeconds()));
            refuse(
                    request,
                    Problem.of(
                            503,
                            "Too many live connections",
                            "There are " + config.maxConnections() + " already; try again later, or raise"
                                    + " tocsin.dashboard.live.max-connections."));
        } else {
            var subscription = new Subscription(ring, types, resume.orElse(null), config.overlap(), clock);
            var connection = new LiveConnection(request, subscription, config, connections::remove);
            connections.add(connection);
            connection.open();
        }
    }

    /** Where the client left off: the header that browsers send, else the parameter that a page can set. */
    private static Optional<String> position(RoutingContext request) {
        var header = request.request().getHeader("Last-Event-ID");
        var id = header == null || header.isEmpty() ? request.queryParams().get("lastEventId") : header;
        return Optional.ofNullable(id).filter(i -> !i.isEmpty()).map(i -> i.substring(0, Math.min(i.length(), MAX_ID)));
    }

    private static Set<LiveType> types(@Nullable String names) {
        if (names == null || names.isEmpty()) {
            return EnumSet.allOf(LiveType.class);
        }
        var types = EnumSet.noneOf(LiveType.class);
        for (var name : Arrays.asList(names.split(",", -1))) {
            var type = LiveType.ofEvent(name.strip());
            if (type.isEmpty()) {
                return Set.of();
            }
            types.add(type.get());
        }
        return types;
    }

    private static void refuse(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .end(io.vertx.core.buffer.Buffer.buffer(problem.json()));
    }
}
