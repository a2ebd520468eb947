package dev.tocsin.dashboard;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.guard.Role;
import dev.tocsin.dashboard.secrets.ApiKey;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Keys of machines; for admins. */
@Path("/api/keys")
@Tag(name = "Keys")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class KeysApi {
    private static final int USUAL_DAYS = 365;
    private static final int MOST_DAYS = 3_650;

    private final KeyStore keys;
    private final Callers callers;
    private final Who who;
    private final Once once;
    private final InstantSource clock;

    KeysApi(KeyStore keys, Callers callers, Who who, Once once, InstantSource clock) {
        this.once = once;
        this.keys = keys;
        this.callers = callers;
        this.who = who;
        this.clock = clock;
    }

    /** What is shown of a key; its text only when it is made. */
    record Shown(
            String id,
            String name,
            String role,
            String createdBy,
            Instant createdAt,
            @Nullable Instant expiresAt,
            boolean expired,
            @Nullable Instant usedAt,
            @Nullable String usedFrom,
            @Nullable String key) {
        static Shown of(KeyStore.Kept kept, Instant now, @Nullable String text) {
            return new Shown(
                    kept.id(),
                    kept.name(),
                    kept.role().label(),
                    kept.createdBy(),
                    kept.createdAt(),
                    kept.expiresAt(),
                    kept.isOver(now),
                    kept.usedAt(),
                    kept.usedFrom(),
                    text);
        }
    }

    private record Page(List<Shown> items, @Nullable String nextCursor) {}

    /** What is sent. */
    record Wanted(@Nullable String name, @Nullable String role, @Nullable Integer days) {}

    @GET
    @Operation(summary = "All keys, the newest first, with when and from where each was last used")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}")
    public Response list() {
        var now = clock.instant();
        return Answers.json(
                200,
                new Page(keys.all().stream().map(k -> Shown.of(k, now, null)).toList(), null));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Makes a key")
    @RequestBody(
            description =
                    "{name, role, days}: role pusher (pushes articles, nothing else), viewer, analyst or admin; days"
                            + " until it ends, 1 to 3650, 365 where absent, 0 for no end",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "201", description = "The key; `key` is its text, shown this once")
    @APIResponse(responseCode = "422", description = "A field is wrong; `detail` says which")
    @APIResponse(
            responseCode = "409",
            description = "Made before under this `Idempotency-Key`; its text was shown then")
    public Response make(@Context HttpServerRequest request, byte[] body) throws UnreadableMessageException {
        var sent = Json.read(body, Wanted.class);
        return once.secret(request, body, () -> make(sent));
    }

    private Response make(Wanted sent) {
        var name = sent.name() == null ? "" : sent.name().strip();
        var role = Role.of(String.valueOf(sent.role()));
        int days = sent.days() == null ? USUAL_DAYS : sent.days();
        var fault = Names.fault(name);
        if (fault.isPresent() || role.isEmpty() || days < 0 || days > MOST_DAYS) {
            return Answers.wrong(fault.orElse(
                    role.isEmpty()
                            ? "'role' is pusher, viewer, analyst or admin."
                            : "'days' is 0 to " + MOST_DAYS + "."));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var key = ApiKey.fresh();
        var kept = new KeyStore.Kept(
                key.id(),
                name,
                role.get(),
                key.hash(),
                who.getName(),
                now,
                days == 0 ? null : now.plus(Duration.ofDays(days)),
                null,
                null);
        keys.add(kept);
        who.note("key " + key.id() + " (" + name + ") for " + role.get().label());
        return Answers.json(201, Shown.of(kept, now, key.text()));
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Ends a key at once")
    @APIResponse(responseCode = "204", description = "It is worth nothing any more")
    @APIResponse(responseCode = "404", description = "No such key")
    public Response revoke(@PathParam("id") String id) {
        var gone = keys.delete(id);
        callers.forget();
        gone.ifPresent(key -> who.note("key " + id + " (" + key.name() + ")"));
        return gone.isPresent() ? Response.noContent().build() : Answers.missing("key", id);
    }
}
