package dev.tocsin.dashboard;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.LedgerLine;
import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.pages.StoryArticle;
import dev.tocsin.dashboard.report.Csv;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A story's figures and its articles as tables for other programs: CSV, or JSON with the same columns. */
@Path("/api")
@Tag(name = "Archive")
@RunOnVirtualThread
final class StoryTablesApi {
    private static final int MOST_ARTICLES = 20_000;

    private final Lookups lookups;
    private final Dossiers dossiers;

    StoryTablesApi(Lookups lookups, Dossiers dossiers) {
        this.lookups = lookups;
        this.dossiers = dossiers;
    }

    @GET
    @Path("stories/{id}/ledger.{form}")
    @Operation(
            summary = "The figures of a story, as CSV or JSON",
            description = "In CSV a text that a spreadsheet would compute has an apostrophe in front.")
    @APIResponse(responseCode = "200", description = "The table; JSON as {items}")
    @APIResponse(responseCode = "404", description = "No such story, or a form other than csv and json")
    public Response ledger(@PathParam("id") String id, @PathParam("form") String form) {
        return table(id, "ledger", form, StoryTablesApi::figures);
    }

    @GET
    @Path("stories/{id}/articles.{form}")
    @Operation(
            summary = "The articles of a story, as CSV or JSON",
            description =
                    "The latest 20,000. In CSV a text that a spreadsheet would compute has an apostrophe in front.")
    @APIResponse(responseCode = "200", description = "The table; JSON as {items}")
    @APIResponse(responseCode = "404", description = "No such story, or a form other than csv and json")
    public Response articles(@PathParam("id") String id, @PathParam("form") String form) {
        return table(id, "articles", form, story -> articles(id));
    }

    private Response table(
            String id, String name, String form, Function<Story, List<Map<String, @Nullable Object>>> rowsOf) {
        boolean csv = form.equals("csv");
        if (!csv && !form.equals("json")) {
            return Problem.of(404, "Not found", "Tables are csv or json.").response();
        }
        return switch (lookups.story(id)) {
            case Lookup.Failed<Story>(Problem problem) -> problem.response();
            case Lookup.Found<Story>(Story story) -> {
                var rows = rowsOf.apply(story);
                yield Response.ok(
                                csv ? csv(rows) : Json.write(Map.of("items", rows)),
                                csv ? "text/csv;charset=UTF-8" : "application/json")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"" + name + "-" + ReportApi.name(id) + "." + form + "\"")
                        .build();
            }
        };
    }

    private static byte[] csv(List<Map<String, @Nullable Object>> rows) {
        var csv = new StringBuilder();
        if (!rows.isEmpty()) {
            csv.append(Csv.row(rows.getFirst().keySet().toArray()));
            rows.forEach(row -> csv.append(Csv.row(row.values().toArray())));
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<Map<String, @Nullable Object>> figures(Story story) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        for (var line : story.ledger()) {
            for (var entry : line.entries()) {
                rows.add(figure(line, entry));
            }
        }
        return rows;
    }

    private static Map<String, @Nullable Object> figure(LedgerLine line, LedgerLine.Entry entry) {
        var ended = entry.ended();
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("kind", line.kind());
        row.put("scope", line.scope());
        row.put("low", entry.low());
        row.put("high", entry.high());
        row.put("part", entry.part());
        row.put("saidBy", entry.saidBy());
        row.put("speaker", entry.speaker());
        row.put("reportedBy", entry.reportedBy());
        row.put("state", entry.state());
        row.put("at", entry.at().toString());
        row.put("asOf", entry.asOf() == null ? null : entry.asOf().toString());
        row.put("ended", ended == null ? null : ended.reason());
        row.put("endedBy", ended == null ? null : ended.by());
        row.put("endedAt", ended == null ? null : ended.at().toString());
        row.put("repeats", entry.repeats().size());
        row.put("quote", entry.quote());
        row.put("article", entry.article());
        return row;
    }

    private List<Map<String, @Nullable Object>> articles(String id) {
        var rows = new ArrayList<Map<String, @Nullable Object>>();
        dossiers.eachArticle(id, MOST_ARTICLES, article -> rows.add(article(article)));
        return rows;
    }

    private static Map<String, @Nullable Object> article(StoryArticle article) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("id", article.id());
        row.put(
                "published",
                article.published() == null ? null : article.published().toString());
        row.put("fetched", article.fetched().toString());
        row.put("source", article.source());
        row.put("name", article.sourceName());
        row.put("reliability", article.reliability());
        row.put("language", article.language());
        row.put("title", article.title());
        row.put("url", article.url());
        return row;
    }
}
