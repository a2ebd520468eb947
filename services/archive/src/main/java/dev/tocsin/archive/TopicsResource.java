package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.anew.Judgement;
import dev.tocsin.archive.query.Page;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.archive.query.Position;
import dev.tocsin.archive.query.Scope;
import dev.tocsin.archive.query.Slice;
import dev.tocsin.archive.view.JudgedView;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of topics beside their packs: how much belongs to them, and what the desk judged. */
@Singleton
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class TopicsResource {
    /** Texts of one story: more of the same teach little. */
    private static final int MOST_OF_STORY = 10;

    /** UTF-16 units of text on a page, which may be one text too many. */
    private static final int MOST_TEXT = 1_000_000;

    private final Store store;

    TopicsResource(Store store) {
        this.store = store;
    }

    /**
     * The articles of the stories of a topic that were judged relevant or irrelevant, the latest judgement first; of each story
     * its newest 10. A page has fewer stories than {@code limit} where their texts are long.
     */
    @GET
    @Path("topics/{id}/judged")
    public Page<ObjectNode> judged(String id, UriInfo uri) {
        var parameters = new Parameters(uri.getQueryParameters());
        var scope = Scope.of("judged", id);
        var after = parameters.cursor(scope);
        int limit = parameters.limit();
        var items = new ArrayList<ObjectNode>();
        int size = 0;
        int stories = 0;
        Position next = null;
        for (var judgement : after(store.judgements(id), after)) {
            if (stories == limit || size > MOST_TEXT) {
                return Page.of(new Slice<>(items, next), scope);
            }
            for (var article : store.articlesOf(judgement.story(), MOST_OF_STORY)) {
                var item = JudgedView.of(judgement, article);
                size += item.path("text").asText().length();
                items.add(item);
            }
            stories++;
            next = position(judgement);
        }
        return new Page<>(items, null);
    }

    private static List<Judgement> after(List<Judgement> judgements, @Nullable Position after) {
        return after == null
                ? judgements
                : judgements.stream()
                        .dropWhile(j -> !follows(position(j), after))
                        .toList();
    }

    /** In milliseconds, as cursors have it. */
    private static Position position(Judgement judgement) {
        return new Position(Instant.ofEpochMilli(judgement.at().toEpochMilli()), judgement.story());
    }

    private static boolean follows(Position position, Position after) {
        int later = after.at().compareTo(position.at());
        return later > 0 || later == 0 && position.id().compareTo(after.id()) < 0;
    }

    /** How many articles belong to each topic, or to that one alone, and how many of its stories were judged. */
    @GET
    @Path("status/topics")
    public Page<TopicCounts> counts(@QueryParam("topic") @Nullable String wanted) {
        return new Page<>(
                store.topics().stream()
                        .map(topic -> topic.path("id").asText())
                        .filter(topic -> wanted == null || wanted.equals(topic))
                        .map(this::counted)
                        .toList(),
                null);
    }

    private TopicCounts counted(String topic) {
        var judgements = store.judgements(topic);
        long relevant = judgements.stream().filter(Judgement::relevant).count();
        return new TopicCounts(topic, store.hits(topic), relevant, judgements.size() - relevant);
    }

    /**
     * A topic in figures.
     *
     * @param articles that belong to it
     * @param relevant stories that analysts judged relevant
     * @param irrelevant stories that they judged irrelevant
     */
    record TopicCounts(String topic, long articles, long relevant, long irrelevant) {}
}
