package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.status.SystemReport;
import dev.tocsin.dashboard.status.SystemReport.Part;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Looks at the whole system: all parts at the same time, and for everybody who asks within two seconds once. */
@Singleton
final class SystemLook {
    private static final Duration HOLDS = Duration.ofSeconds(2);

    /** The group that tells how many processes of a service there are. */
    private static final Map<Neighbour, String> GROUPS = Map.of(
            Neighbour.LANGUAGE, "tocsin-language",
            Neighbour.CLASSIFY, "tocsin-classify",
            Neighbour.ALERTS, "-alerts-streams",
            Neighbour.ARCHIVE, "tocsin-archive",
            Neighbour.NOTIFY, "tocsin-notify");

    private final Neighbours neighbours;
    private final Lookups lookups;
    private final BrokerLook broker;
    private final LiveReader live;
    private final InstantSource clock;
    private final String version;
    private @Nullable SystemReport last;

    SystemLook(
            Neighbours neighbours,
            Lookups lookups,
            BrokerLook broker,
            LiveReader live,
            InstantSource clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown") String version) {
        this.neighbours = neighbours;
        this.lookups = lookups;
        this.broker = broker;
        this.live = live;
        this.clock = clock;
        this.version = version;
    }

    synchronized SystemReport report() {
        var known = last;
        var now = clock.instant();
        if (known == null || known.at().plus(HOLDS).isBefore(now)) {
            known = look(now);
            last = known;
        }
        return known;
    }

    /** Either what the broker said, or why it did not. */
    private record Answered(BrokerLook.@Nullable Seen seen, String trouble) {}

    private SystemReport look(Instant now) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ofBroker = threads.submit((Callable<Answered>) this::askBroker);
            var archive = threads.submit(() -> lookups.tree(Neighbour.ARCHIVE, "/status"));
            var pace = threads.submit(() -> lookups.tree(Neighbour.ARCHIVE, "/status/pace"));
            var kinds = threads.submit(() -> lookups.tree(Neighbour.ARCHIVE, "/dead-letters/kinds"));
            var services = new ArrayList<Future<Part>>();
            for (var neighbour : Neighbour.values()) {
                services.add(threads.submit(() -> part(neighbour)));
            }
            var answered = ofBroker.get();
            var seen = answered.seen();
            var parts = new ArrayList<Part>();
            parts.add(
                    seen == null
                            ? Part.down("broker", answered.trouble())
                            : Part.up("broker", "answers", null).with(seen.nodes()));
            parts.add(store(archive.get()));
            var trouble = live.trouble();
            parts.add(
                    trouble.isEmpty()
                            ? Part.up("dashboard", "reads the live channels", version)
                            : Part.down("dashboard", trouble.get()));
            for (int i = 0; i < services.size(); i++) {
                parts.add(services.get(i).get().with(replicas(seen, Neighbour.values()[i])));
            }
            return SystemReport.of(
                    now,
                    parts,
                    seen == null ? null : seen.channels(),
                    archive.get().found().orElse(null),
                    pace.get().found().orElse(null),
                    kinds.get().found().map(SystemLook::letters).orElse(null));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the dashboard stops", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a look broke: " + e.getCause(), e.getCause());
        }
    }

    private Answered askBroker() {
        try {
            return new Answered(broker.look(), "");
        } catch (BrokerLook.SilentException e) {
            return new Answered(null, String.valueOf(e.getMessage()));
        }
    }

    /** The archive asks the store each time; whether it answers is known from nobody else here. */
    private static Part store(Lookup<JsonNode> archive) {
        return switch (archive) {
            case Lookup.Found<JsonNode> found -> Part.up("store", "answers the archive", null);
            case Lookup.Failed<JsonNode>(Problem problem) -> Part.down("store", problem.detail());
        };
    }

    /** A service as its own health checks have it. */
    private Part part(Neighbour neighbour) {
        var name = neighbour.label();
        return switch (neighbours.get(neighbour, "/q/health")) {
            case Reply.Silence silence -> Part.down(name, silence.problem().detail());
            case Reply.Answer answer -> {
                var health = health(answer);
                var failing = new ArrayList<String>();
                health.path("checks").forEach(check -> {
                    if (!check.path("status").asText().equals("UP")) {
                        failing.add(check.path("name").asText());
                    }
                });
                yield answer.ok()
                        ? Part.up(name, "answers", health.path("version").textValue())
                        : Part.down(name, failing.isEmpty() ? "says that it is not well" : String.join(", ", failing));
            }
        };
    }

    private static JsonNode health(Reply.Answer answer) {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (UnreadableMessageException e) {
            return Json.mapper().createObjectNode();
        }
    }

    private static @Nullable Integer replicas(BrokerLook.@Nullable Seen seen, Neighbour neighbour) {
        var group = GROUPS.get(neighbour);
        if (seen == null || group == null) {
            return null;
        }
        return seen.channels().stream()
                .flatMap(c -> c.readers().stream())
                .filter(r -> r.group().equals(group)
                        || (group.startsWith("-") && r.group().endsWith(group)))
                .map(SystemReport.Reader::replicas)
                .findFirst()
                .orElse(null);
    }

    private static SystemReport.Letters letters(JsonNode kinds) {
        long waiting = 0;
        for (var kind : kinds.path("items")) {
            waiting += kind.path("count").asLong();
        }
        return new SystemReport.Letters(waiting, kinds.path("items"));
    }
}
