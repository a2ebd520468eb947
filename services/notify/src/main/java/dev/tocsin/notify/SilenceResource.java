package dev.tocsin.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.notify.routing.Silence;
import dev.tocsin.notify.routing.SilenceRequest;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Silences: what nobody is told for a time; internal, the dashboard's {@code /api/silences} stands before it. */
@Path("/silences")
@RunOnVirtualThread
public class SilenceResource {
    @Inject
    SilenceStore store;

    @Inject
    Routing routing;

    @Inject
    Clock clock;

    /** Those that hold or will hold, by their ends; those of the routes file included. */
    @GET
    public Response list() {
        var now = clock.instant();
        var items = Stream.concat(routing.routes().silences().stream(), store.all().stream())
                .filter(silence -> silence.end().isAfter(now))
                .map(silence -> Item.of(silence, now))
                .toList();
        return json(200, new Page(items, null)).build();
    }

    /** Begins a silence: {@code match}, {@code start} (now where absent), {@code end}, {@code by}, {@code comment}. */
    @POST
    public Response add(byte[] body) {
        Silence silence;
        var now = Instant.ofEpochMilli(clock.millis());
        try {
            silence = SilenceRequest.read(UUID.randomUUID().toString(), Json.read(body, JsonNode.class), now);
        } catch (UnreadableMessageException e) {
            throw new BadRequestException("The body " + e.getMessage() + ".");
        } catch (IllegalArgumentException e) {
            return Problem.response(422, "Unprocessable Content", e.getMessage(), "/silences");
        }
        store.add(silence);
        return json(201, Item.of(silence, now))
                .location(URI.create("/silences/" + silence.id()))
                .build();
    }

    /** Ends a silence; what it kept back stays in the record. */
    @DELETE
    @Path("{id}")
    public Response remove(@RestPath String id) {
        if (routing.routes().silences().stream()
                .anyMatch(silence -> silence.id().equals(id))) {
            return Problem.response(
                    409, "Conflict", "This silence stands in the routes file: take it out there.", "/silences/" + id);
        }
        if (!store.remove(id)) {
            throw new NotFoundException("There is no silence with this id.");
        }
        return Response.noContent().build();
    }

    private static Response.ResponseBuilder json(int status, Object value) {
        return Response.status(status).entity(Json.write(value)).type(MediaType.APPLICATION_JSON_TYPE);
    }

    private record Page(List<Item> items, @Nullable String nextCursor) {}

    /** @param inFile it stands in the routes file and can only be changed there */
    private record Item(
            String id,
            Matched match,
            Instant start,
            Instant end,
            String by,
            String comment,
            boolean active,
            boolean inFile) {
        static Item of(Silence silence, Instant now) {
            return new Item(
                    silence.id(),
                    Matched.of(silence.match()),
                    silence.start(),
                    silence.end(),
                    silence.by(),
                    silence.comment(),
                    !now.isBefore(silence.start()),
                    silence.id().startsWith("file-"));
        }
    }
}
