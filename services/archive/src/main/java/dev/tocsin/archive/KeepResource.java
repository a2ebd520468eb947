package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.keep.Erasure;
import dev.tocsin.archive.keep.Hold;
import dev.tocsin.archive.keep.Rules;
import dev.tocsin.archive.keep.Swept;
import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Page;
import dev.tocsin.archive.query.Parameters;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is kept: stories that are held, articles that are erased, and what is over. */
@Singleton
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class KeepResource {
    private static final int MOST_SAID = 500;

    private final Holds holds;
    private final Eraser eraser;
    private final ErasureList erasures;
    private final Retention retention;

    KeepResource(Holds holds, Eraser eraser, ErasureList erasures, Retention retention) {
        this.holds = holds;
        this.eraser = eraser;
        this.erasures = erasures;
        this.retention = retention;
    }

    /** Who holds a story, and why. */
    record HoldRequest(@Nullable String by, @Nullable String why) {}

    @GET
    @Path("holds")
    public Page<Hold> holds() {
        return new Page<>(holds.all(), null);
    }

    @GET
    @Path("stories/{id}/hold")
    public Hold hold(String id) {
        return holds.find(id).orElseThrow(() -> new NothingThereException("hold of the story", id));
    }

    /** {@code {by, why}}: 200 with the {@link Hold}; one that is there already stays as it is. */
    @PUT
    @Path("stories/{id}/hold")
    public Hold hold(String id, byte[] body) {
        try {
            var request = Json.read(body, HoldRequest.class);
            return holds.hold(id, said("by", request.by()), said("why", request.why()))
                    .orElseThrow(() -> new NothingThereException("story", id));
        } catch (UnreadableMessageException e) {
            throw new BadParameterException("body", String.valueOf(e.getMessage()));
        }
    }

    /** Parameter {@code by}. */
    @DELETE
    @Path("stories/{id}/hold")
    public Response lift(String id, UriInfo uri) {
        if (!holds.lift(id, said("by", parameters(uri).text("by")))) {
            throw new NothingThereException("hold of the story", id);
        }
        return Response.noContent().build();
    }

    /**
     * Erases an article. Parameters {@code by}, {@code reason}. 200 with {@code {article, at, revisions, stories, alerts, channels}}; 409
     * while a story that it belongs to is held.
     */
    @DELETE
    @Path("articles/{id}")
    public Response erase(String id, UriInfo uri) {
        var parameters = parameters(uri);
        var by = said("by", parameters.text("by"));
        var outcome = eraser.erase(id, by, said("reason", parameters.text("reason")))
                .orElseThrow(() -> new NothingThereException("article", id));
        return switch (outcome) {
            case Eraser.Outcome.Wiped gone -> Response.ok(gone).build();
            case Eraser.Outcome.IsHeld(var stories) ->
                Problem.of(
                                Response.Status.CONFLICT,
                                "it belongs to what is held: " + String.join(", ", stories)
                                        + "; lift the hold first, if you may",
                                uri.getRequestUri().getRawPath())
                        .response()
                        .build();
        };
    }

    /** What was erased: hashes, by whom, why and when. */
    @GET
    @Path("erasures")
    public Page<Erasure> erasures() {
        return new Page<>(erasures.all(), null);
    }

    /** The rules, what the last run took away, and what would go now: {@code {rules, last, next}}. */
    @GET
    @Path("retention")
    public ObjectNode retention() {
        var answer = Json.mapper().createObjectNode();
        answer.set("rules", told(retention.rules()));
        answer.set("last", Json.mapper().valueToTree(retention.last().orElse(null)));
        answer.set("next", Json.mapper().valueToTree(retention.look()));
        return answer;
    }

    /** Takes away now what is over: 200 with {@link Swept}; 409 while that is done already. */
    @POST
    @Path("retention/run")
    public Response run(UriInfo uri) {
        return retention.run().map(done -> Response.ok(done).build()).orElseGet(() -> Problem.of(
                        Response.Status.CONFLICT,
                        "it is being done already, here or by another replica",
                        uri.getRequestUri().getRawPath())
                .response()
                .build());
    }

    /** By the names of their keys; ages in ISO 8601. */
    private static ObjectNode told(Rules rules) {
        var told = Json.mapper().createObjectNode();
        told.put("articles", age(rules.age())).put("unmatched", age(rules.unmatched()));
        var topics = told.putObject("topics");
        rules.topics().forEach((topic, age) -> topics.put(topic, age(age)));
        return told.put("mostArticles", rules.mostArticles());
    }

    private static @Nullable String age(@Nullable Duration age) {
        return age == null ? null : age.toString();
    }

    private static String said(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new BadParameterException(name, "is missing: who asks later wants to know");
        }
        if (value.length() > MOST_SAID) {
            throw new BadParameterException(name, "has more than " + MOST_SAID + " characters");
        }
        return value.strip();
    }

    private static Parameters parameters(UriInfo uri) {
        return new Parameters(uri.getQueryParameters());
    }
}
