package dev.tocsin.notify;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Json;
import dev.tocsin.notify.routing.Digest;
import dev.tocsin.notify.routing.Hours;
import dev.tocsin.notify.routing.Quiet;
import dev.tocsin.notify.routing.Route;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The routes in force: who is told of what, when. No address and no secret of a receiver, only its name; internal. */
@Path("/routes")
public class RouteResource {
    @Inject
    Routing routing;

    /** In the order of the file; those of the environment's webhooks after them. */
    @GET
    @RunOnVirtualThread
    public Response list() {
        var items = routing.routes().routes().stream().map(Item::of).toList();
        return Response.ok(Json.write(new Page(items, null)), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private record Page(List<Item> items, @Nullable String nextCursor) {}

    /** @param days none for all seven */
    private record Span(List<DayOfWeek> days, String from, String to, String zone) {
        static @Nullable Span of(@Nullable Hours hours) {
            if (hours == null) {
                return null;
            }
            var days = hours.days().size() == DayOfWeek.values().length
                    ? List.<DayOfWeek>of()
                    : hours.days().stream().sorted().toList();
            return new Span(
                    days,
                    hours.from().toString(),
                    hours.to().toString(),
                    hours.zone().getId());
        }
    }

    private record Kept(@Nullable Span hours, Alert.@Nullable Severity unless) {
        static @Nullable Kept of(@Nullable Quiet quiet) {
            return quiet == null ? null : new Kept(Span.of(quiet.hours()), quiet.unless());
        }
    }

    private record Times(String every, String at, String zone, boolean empty) {
        static @Nullable Times of(@Nullable Digest digest) {
            return digest == null
                    ? null
                    : new Times(
                            digest.hourly() ? "hour" : "day",
                            digest.at().toString(),
                            digest.zone().getId(),
                            digest.empty());
        }
    }

    private record Group(String by, @JsonProperty("wait") String gather, String interval) {}

    private record Step(String after, List<String> to) {}

    /**
     * A route; durations are ISO 8601, times of day the zone's.
     *
     * @param origins the least number of independent origins
     * @param status of CAP, one of which an alert has
     */
    private record Item(
            String name,
            Matched match,
            int origins,
            List<Alert.Status> status,
            @Nullable Span hours,
            Group group,
            @Nullable Kept quiet,
            @Nullable Times digest,
            List<String> to,
            List<Step> escalate) {
        static Item of(Route route) {
            return new Item(
                    route.name(),
                    Matched.of(route.match()),
                    route.match().origins(),
                    route.match().statuses().stream().sorted().toList(),
                    Span.of(route.hours()),
                    new Group(
                            route.by().name().toLowerCase(Locale.ROOT),
                            route.gather().toString(),
                            route.interval().toString()),
                    Kept.of(route.quiet()),
                    Times.of(route.digest()),
                    route.receivers(),
                    route.steps().stream()
                            .map(step -> new Step(step.after().toString(), step.receivers()))
                            .toList());
        }
    }
}
