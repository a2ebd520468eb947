package dev.tocsin.dashboard;

import dev.tocsin.dashboard.pages.Dossier;
import dev.tocsin.dashboard.pages.StoryView;
import dev.tocsin.dashboard.report.Pdf;
import dev.tocsin.dashboard.report.Report;
import dev.tocsin.dashboard.report.Style;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A story as a report in one of the interface's languages, to read, to print and to hand on: one file that loads nothing and runs nothing. */
@Path("/api")
@Tag(name = "Archive")
@RunOnVirtualThread
final class ReportApi {
    private static final Set<String> FORMS = Set.of("html", "pdf");

    /** Setting pages takes a core and some tens of megabytes. */
    private final Semaphore press = new Semaphore(1);

    private final Dossiers dossiers;
    private final WorldMap world;
    private final InstantSource clock;
    private final Wording wording;

    ReportApi(Dossiers dossiers, WorldMap world, InstantSource clock, Wording wording) {
        this.wording = wording;
        this.dossiers = dossiers;
        this.world = world;
        this.clock = clock;
    }

    @GET
    @Path("stories/{id}/report.{form}")
    @Operation(
            summary = "A story as a report, HTML or PDF",
            description =
                    "The latest 1,000 articles are drawn and the latest 300 listed; the tables beside it have all.")
    @Parameter(
            name = "language",
            in = ParameterIn.QUERY,
            description = "en, it or ru; what the browser asks for (`Accept-Language`) where absent")
    @APIResponse(responseCode = "200", description = "The report, one file without script")
    @APIResponse(responseCode = "404", description = "No such story, or a form other than html and pdf")
    @APIResponse(responseCode = "503", description = "Another PDF is being made; come again after `Retry-After`")
    public Response report(
            @PathParam("id") String id,
            @PathParam("form") String form,
            @QueryParam("language") @Nullable String language,
            @Context HttpServerResponse response) {
        if (!FORMS.contains(form)) {
            return Problem.of(404, "Not found", "A report is html or pdf.").response();
        }
        var reader = Html.reader(language);
        return switch (dossiers.of(id, 0, wording.speech(reader, "story"))) {
            case Lookup.Failed<Dossier>(Problem problem) -> problem.response();
            case Lookup.Found<Dossier>(Dossier dossier) -> {
                var story = StoryView.of(dossier, world.outlines(), null, null);
                var html = Wording.to(reader, Templates.report(Report.of(dossier, story, clock.instant())))
                        .render();
                var made = form.equals("pdf") ? pdf(html, id) : html(html, response);
                yield Response.fromResponse(made)
                        .header(HttpHeaders.CONTENT_LANGUAGE, reader.language().tag())
                        .header(HttpHeaders.VARY, "Accept-Language, Cookie")
                        .build();
            }
        };
    }

    private static Response html(String html, HttpServerResponse response) {
        // in place of the one of all pages: a report carries its style in itself
        response.headers().set("Content-Security-Policy", Style.policy() + "; frame-ancestors 'none'");
        return Response.ok(html, "text/html;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private Response pdf(String html, String id) {
        if (!press.tryAcquire()) {
            return Response.fromResponse(Problem.of(503, "Busy", "Another report is being set. Try again in a moment.")
                            .response())
                    .header(HttpHeaders.RETRY_AFTER, 5)
                    .build();
        }
        try {
            return Response.ok(Pdf.of(html), "application/pdf")
                    .header(HttpHeaders.CACHE_CONTROL, "no-store")
                    .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"story-" + name(id) + ".pdf\"")
                    .build();
        } catch (IOException e) {
            return Problem.of(500, "The report could not be set", e.getMessage())
                    .response();
        } finally {
            press.release();
        }
    }

    /** What may stand in a file's name. */
    static String name(String id) {
        return id.replaceAll("[^A-Za-z0-9._-]", "-");
    }
}
