package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/watch}: whether the desk sees, for the board's strip. One answer of all parts, never an error. */
@Path("/api/watch")
@Tag(name = "Alerts")
@RunOnVirtualThread
final class WatchApi {
    private final Lookups lookups;
    private final LiveReader live;
    private final InstantSource clock;

    /** A part of the way from the web to the board. */
    private record Part(boolean well, @Nullable String detail) {
        static Part of(Lookup<JsonNode> asked) {
            return asked instanceof Lookup.Failed<JsonNode>(Problem problem)
                    ? new Part(false, problem.detail())
                    : new Part(true, null);
        }
    }

    WatchApi(Lookups lookups, LiveReader live, InstantSource clock) {
        this.lookups = lookups;
        this.live = live;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Whether the desk sees: the parts that it depends on, and when news was last seen",
            description = "`parts` has `live`, `archive` and `ingest`, each with `well` and, where it is not, `detail`."
                    + " What a part that is away would have told is null.")
    @APIResponse(responseCode = "200", description = "{at, parts, newestArticle, newestAlert, feeds {total, states}}")
    public Response watch() {
        var archive = lookups.tree(Neighbour.ARCHIVE, "/status");
        var ingest = lookups.tree(Neighbour.INGEST, "/feeds/facets");
        var parts = new LinkedHashMap<String, Part>();
        parts.put("live", live.trouble().map(t -> new Part(false, t)).orElse(new Part(true, null)));
        parts.put("archive", Part.of(archive));
        parts.put("ingest", Part.of(ingest));
        var seen = new LinkedHashMap<String, @Nullable Object>();
        seen.put("at", clock.instant());
        seen.put("parts", parts);
        seen.put("newestArticle", value(archive, "newestArticle"));
        seen.put("newestAlert", value(archive, "newestAlert"));
        seen.put("feeds", ingest.found().map(WatchApi::feeds).orElse(null));
        return Response.ok(Json.write(seen)).header("Cache-Control", "no-store").build();
    }

    private static @Nullable String value(Lookup<JsonNode> asked, String field) {
        return asked.found().map(answer -> answer.path(field).textValue()).orElse(null);
    }

    private static Map<String, Object> feeds(JsonNode facets) {
        return Map.of("total", facets.path("total").asLong(), "states", facets.path("states"));
    }
}
