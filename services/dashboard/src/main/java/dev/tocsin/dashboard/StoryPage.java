package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Story;
import dev.tocsin.dashboard.pages.AlertHistory;
import dev.tocsin.dashboard.pages.ArticleView;
import dev.tocsin.dashboard.pages.StoryView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** {@code /stories/{id}}: who says what, and why it rang. */
@Path("/stories/{id}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
final class StoryPage {
    /** Articles with their whole text on the page; a reader finds the others in the list behind the link. */
    private static final int ARTICLES = 25;

    private final Lookups lookups;

    StoryPage(Lookups lookups) {
        this.lookups = lookups;
    }

    @GET
    @Operation(hidden = true)
    public Response show(@PathParam("id") String id) {
        var story = lookups.story(id);
        var alert = lookups.alert(id);
        // of the two the archive may have got only one yet; what it cannot say at all is an error
        if (story instanceof Lookup.Failed<Story>(Problem problem) && (!story.missing() || alert.missing())) {
            return Html.error(problem);
        }
        if (alert instanceof Lookup.Failed<AlertHistory>(Problem problem) && !alert.missing()) {
            return Html.error(problem);
        }
        var topic = story.found()
                .map(Story::topic)
                .orElseGet(() -> alert.found().orElseThrow().latest().topic());
        var listed =
                lookups.tree(Neighbour.ARCHIVE, "/articles?story=" + Neighbours.parameter(id) + "&limit=" + ARTICLES);
        var names = lookups.topicNames();
        var ids = listed.then(StoryPage::ids).found().orElse(List.of());
        // a burst is no story that articles could be of: it links to the latest that were counted
        var shown = ids.isEmpty() && story.missing()
                ? alert.found().map(StoryPage::links).orElse(ids)
                : ids;
        var articles = lookups.articles(shown).stream()
                .map(a -> ArticleView.of(a, topic, names))
                .toList();
        boolean more = listed.found().map(l -> l.path("nextCursor").isTextual()).orElse(false);
        return Html.page(Templates.story(StoryView.of(story.found(), alert.found(), articles, more, names)));
    }

    private static List<String> links(AlertHistory history) {
        return history.latest().links().stream().map(Alert.Link::article).toList();
    }

    private static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        list.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }
}
