package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.pages.CsvLine;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who changed what, as JSON and as files to take away; for admins. */
@Path("/api")
@Tag(name = "Audit")
@RunOnVirtualThread
final class AuditApi {
    private static final int MOST = 500;

    private final AuditStore store;

    AuditApi(AuditStore store) {
        this.store = store;
    }

    @GET
    @Path("audit")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(summary = "Changes and sign-ins, done or refused, the newest first")
    @Parameter(name = "by", description = "id of a user or key")
    @Parameter(name = "what", description = "an endpoint such as `POST /api/feeds`, or `sign-in`")
    @Parameter(name = "outcome", description = "done, refused, failed, or begun where it broke off")
    @Parameter(name = "cursor", description = "nextCursor of the page before")
    @Parameter(name = "limit", description = "items a page, 1 to 500")
    @APIResponse(
            responseCode = "200",
            description = "{items, nextCursor}: {id, at, by, name, kind, from, what, path, outcome, note}")
    @APIResponse(responseCode = "400", description = "`limit` is out of its range")
    public Response list(
            @QueryParam("by") @Nullable String by,
            @QueryParam("what") @Nullable String what,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue("100") String limit) {
        if (!limit.matches("[1-9]\\d{0,2}") || Integer.parseInt(limit) > MOST) {
            return Problem.of(400, "Bad Request", "'limit' is 1 to " + MOST + ".")
                    .response();
        }
        int most = Integer.parseInt(limit);
        return Answers.json(200, store.page(AuditStore.Query.of(by, what, outcome, cursor), most));
    }

    @GET
    @Path("audit.jsonl")
    @Produces("application/x-ndjson")
    @Operation(summary = "All of it as JSON Lines")
    @APIResponse(responseCode = "200", description = "One entry a line")
    public Response lines() {
        return file(
                "tocsin-audit.jsonl", "application/x-ndjson", "", entry -> new String(Json.write(entry), UTF_8) + "\n");
    }

    @GET
    @Path("audit.csv")
    @Produces("text/csv")
    @Operation(summary = "All of it as CSV (RFC 4180)")
    @APIResponse(responseCode = "200", description = "One entry a line, under a line of names")
    public Response csv() {
        return file(
                "tocsin-audit.csv",
                "text/csv; charset=utf-8",
                CsvLine.of("at", "by", "name", "kind", "from", "what", "path", "outcome", "note"),
                e -> CsvLine.of(
                        e.at().toString(),
                        e.by(),
                        e.name(),
                        e.kind(),
                        e.from(),
                        e.what(),
                        e.path(),
                        e.outcome(),
                        e.note()));
    }

    private Response file(String name, String type, String head, Function<AuditStore.Entry, String> line) {
        StreamingOutput body = raw -> {
            try (var out = new BufferedOutputStream(raw)) {
                out.write(head.getBytes(UTF_8));
                store.each(new AuditStore.Query(null, null, null, null), entry -> {
                    try {
                        out.write(line.apply(entry).getBytes(UTF_8));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
        };
        return Response.ok(body, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
