package dev.tocsin.dashboard;

import dev.tocsin.dashboard.pages.AlertHistory;
import dev.tocsin.dashboard.pages.Dossier;
import dev.tocsin.dashboard.pages.RevisionsView;
import dev.tocsin.dashboard.pages.StoryView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /stories/{id}}: what happened, when, and who says so; {@code /stories/{id}/revisions}: what the desk was told. */
@Path("/stories/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class StoryPage {
    /** Articles with their whole text on the page; a reader finds the others in the list behind the link. */
    private static final int TEXTS = 25;

    private final Dossiers dossiers;
    private final Lookups lookups;
    private final WorldMap world;
    private final Wording wording;
    private final Holds holds;

    StoryPage(Dossiers dossiers, Lookups lookups, WorldMap world, Wording wording, Holds holds) {
        this.holds = holds;
        this.wording = wording;
        this.dossiers = dossiers;
        this.lookups = lookups;
        this.world = world;
    }

    @GET
    @Operation(hidden = true)
    public Response show(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return switch (dossiers.of(id, TEXTS, wording.speech("story"))) {
            case Lookup.Found<Dossier>(Dossier dossier) ->
                Html.page(Templates.story(
                        StoryView.of(dossier, world.outlines(), number(from), number(to)), holds.of(id)));
            case Lookup.Failed<Dossier>(Problem problem) -> Html.error(problem);
        };
    }

    /** Two revisions of the alert, {@code from} and {@code to}, with what is other in the later one. */
    @GET
    @Path("revisions")
    @Operation(hidden = true)
    public Response revisions(
            @PathParam("id") String id,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to) {
        return switch (lookups.alert(id)) {
            case Lookup.Found<AlertHistory>(AlertHistory history) ->
                Html.page(Templates.told(
                        history.latest().headline(),
                        history.latest().language(),
                        RevisionsView.of(history, number(from), number(to), wording.speech("story"))));
            case Lookup.Failed<AlertHistory>(Problem problem) -> Html.error(problem);
        };
    }

    /** Holds the story, in the name of who asks. */
    @POST
    @Path("hold")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response hold(@PathParam("id") String id, @FormParam("why") @DefaultValue("") String why) {
        return back(id, holds.hold(id, why));
    }

    /** Lifts the hold of the story. */
    @POST
    @Path("lift")
    @Operation(hidden = true)
    public Response lift(@PathParam("id") String id) {
        return back(id, holds.lift(id));
    }

    private static Response back(String id, Reply reply) {
        return switch (reply) {
            case Reply.Answer answer
            when answer.ok() ->
                SignIns.seeOther("/stories/" + Neighbours.segment(id) + "#hold").build();
            case Reply.Answer answer -> Html.error(Lookups.problem(answer));
            case Reply.Silence(Problem problem) -> Html.error(problem);
        };
    }

    /** What is no number is as good as none. */
    private static @Nullable Integer number(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? null : Integer.valueOf(text.strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
