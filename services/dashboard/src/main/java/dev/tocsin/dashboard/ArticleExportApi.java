package dev.tocsin.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.dashboard.export.ArticleCsv;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What a search finds, as a file; written page by page, so that a long one takes no more memory than a short one. */
@Path("/api")
@Tag(name = "Archive")
@RunOnVirtualThread
final class ArticleExportApi {
    /** Articles in one file; a longer one is asked for in spans of time. */
    static final int MOST = 10_000;

    private static final int PAGE = 200;
    private static final List<String> PASSED = List.of(
            "q", "topic", "language", "source", "country", "actor", "reliability", "story", "from", "to", "sort");

    private final Lookups lookups;

    ArticleExportApi(Lookups lookups) {
        this.lookups = lookups;
    }

    @GET
    @Path("articles.csv")
    @Operation(
            summary = "The articles that a search finds, as CSV",
            description =
                    "The parameters are those of /api/articles, but for cursor, limit and facets. At most 10,000 articles, in"
                            + " the order of the search. UTF-8 with a byte order mark; a cell that a spreadsheet would compute begins"
                            + " with an apostrophe. A file that could not be finished breaks off.")
    @APIResponse(responseCode = "200", description = "A line each, after one with the names of the columns")
    public Response csv(@Context UriInfo uri) {
        return file(uri, "text/csv;charset=UTF-8", "csv", ArticleCsv.head(), ArticleCsv::line);
    }

    @GET
    @Path("articles.jsonl")
    @Operation(
            summary = "The articles that a search finds, as JSON Lines",
            description = "As /api/articles.csv; each line is an item of /api/articles.")
    @APIResponse(responseCode = "200", description = "A line each")
    public Response jsonl(@Context UriInfo uri) {
        return file(uri, "application/x-ndjson;charset=UTF-8", "jsonl", "", item -> item + "\n");
    }

    private Response file(UriInfo uri, String type, String ending, String head, Function<JsonNode, String> line) {
        var query = query(uri);
        // the first page tells whether the search can be answered at all
        return switch (lookups.tree(Neighbour.ARCHIVE, query)) {
            case Lookup.Failed<JsonNode>(Problem problem) -> problem.response();
            case Lookup.Found<JsonNode>(JsonNode first) ->
                Response.ok((StreamingOutput) out -> write(out, head, line, first, query))
                        .type(type)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"tocsin-articles." + ending + "\"")
                        .build();
        };
    }

    private void write(OutputStream out, String head, Function<JsonNode, String> line, JsonNode first, String query)
            throws IOException {
        out.write(head.getBytes(UTF_8));
        int written = 0;
        JsonNode page = first;
        while (true) {
            for (var item : page.path("items")) {
                if (written++ == MOST) {
                    return;
                }
                out.write(line.apply(item).getBytes(UTF_8));
            }
            var cursor = page.path("nextCursor").textValue();
            if (cursor == null || written >= MOST) {
                return;
            }
            page = next(query, cursor);
        }
    }

    private JsonNode next(String query, String cursor) throws IOException {
        var path = query + "&cursor=" + Neighbours.parameter(cursor);
        return switch (lookups.tree(Neighbour.ARCHIVE, path)) {
            case Lookup.Found<JsonNode>(JsonNode page) -> page;
            // what was sent cannot be taken back; a file that breaks off is not taken for a whole one
            case Lookup.Failed<JsonNode>(Problem problem) -> throw new IOException(problem.detail());
        };
    }

    private static String query(UriInfo uri) {
        var query = new StringBuilder("/articles?limit=" + PAGE);
        for (var name : PASSED) {
            for (@Nullable String value : uri.getQueryParameters().getOrDefault(name, List.of())) {
                query.append('&').append(name).append('=').append(Neighbours.parameter(String.valueOf(value)));
            }
        }
        return query.toString();
    }
}
