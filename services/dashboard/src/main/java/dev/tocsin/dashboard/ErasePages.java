package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.dashboard.pages.ArticleView;
import dev.tocsin.dashboard.pages.ErasedView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** {@code /articles/{id}/erase}: says what an erasure does, asks for a reason, erases, and says what is gone. Plain forms. */
@Path("/articles")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class ErasePages {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final Lookups lookups;
    private final Neighbours neighbours;
    private final Holds holds;
    private final Who who;
    private final Wording wording;

    ErasePages(Lookups lookups, Neighbours neighbours, Holds holds, Who who, Wording wording) {
        this.lookups = lookups;
        this.neighbours = neighbours;
        this.holds = holds;
        this.who = who;
        this.wording = wording;
    }

    @GET
    @Path("{id}/erase")
    @Operation(hidden = true)
    public Response ask(@PathParam("id") String id) {
        var held = holds.storyOf(id).orElse(null);
        return asked(200, id, "", held == null ? null : "isHeld", held);
    }

    @POST
    @Path("{id}/erase")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response erase(
            @PathParam("id") String id,
            @FormParam("reason") @DefaultValue("") String reason,
            @FormParam("sure") @DefaultValue("") String sure) {
        if (reason.isBlank() || !sure.equals("yes")) {
            return asked(UNPROCESSABLE, id, reason, "notSure", null);
        }
        var by = who.signature(null);
        who.note(reason.strip());
        var path = "/articles/" + Neighbours.segment(id) + "?by=" + Neighbours.parameter(by) + "&reason="
                + Neighbours.parameter(reason.strip());
        return switch (neighbours.send(Neighbour.ARCHIVE, "DELETE", path, null, null, Map.of())) {
            case Reply.Answer answer
            when answer.ok() -> Html.page(Templates.erased(ErasedView.of(tree(answer), by, reason.strip())));
            case Reply.Answer answer
            when answer.status() == CONFLICT ->
                asked(CONFLICT, id, reason, "heldStill", holds.storyOf(id).orElse(null));
            case Reply.Answer answer -> Html.error(Lookups.problem(answer));
            case Reply.Silence(Problem problem) -> Html.error(problem);
        };
    }

    private Response asked(int status, String id, String reason, @Nullable String fault, @Nullable String held) {
        return switch (lookups.article(id)) {
            case Lookup.Found<ClassifiedArticle>(ClassifiedArticle article) -> {
                var view = ArticleView.of(article, Map.of(), wording.speech("story"));
                yield Html.page(status, Templates.erase(view, reason, fault, held));
            }
            case Lookup.Failed<ClassifiedArticle>(Problem problem) -> Html.error(problem);
        };
    }

    private static JsonNode tree(Reply.Answer answer) {
        try {
            return Json.read(answer.body(), JsonNode.class);
        } catch (UnreadableMessageException e) {
            return Json.mapper().createObjectNode();
        }
    }
}
