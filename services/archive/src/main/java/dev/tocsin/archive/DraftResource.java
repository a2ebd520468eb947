package dev.tocsin.archive;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.query.BadParameterException;
import dev.tocsin.archive.query.Page;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Topic packs that are being written, and those that were in force before. */
@Singleton
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class DraftResource {
    private static final int MOST_CHARACTERS = 1 << 20;
    private static final Pattern TOPIC = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern TAG = Pattern.compile("\"(\\d{1,18})\"");

    private final DraftCollection drafts;
    private final TopicHistory history;

    DraftResource(DraftCollection drafts, TopicHistory history) {
        this.drafts = drafts;
        this.history = history;
    }

    /** What is saved: the text, and the version that it was made from. */
    record Request(String text, @Nullable Integer base) {}

    /** All drafts, without their texts: {@code {topic, revision, base, savedAt}}. */
    @GET
    @Path("drafts")
    public Page<ObjectNode> all() {
        return new Page<>(
                drafts.all().stream()
                        .map(draft -> {
                            ObjectNode item = Json.mapper().valueToTree(draft);
                            item.remove("text");
                            return item;
                        })
                        .toList(),
                null);
    }

    /** 200 with the {@link Draft} and its revision as {@code ETag}; 204 where there is none. */
    @GET
    @Path("topics/{id}/draft")
    public Response get(String id) {
        return drafts.find(id).map(DraftResource::found).orElseGet(() -> Response.noContent()
                .build());
    }

    /**
     * 200 with the {@link Draft} as it is kept. With {@code If-Match}, the ETag of what is to be replaced, 412 where somebody
     * saved another one meanwhile; with {@code If-None-Match: *}, where there is one at all.
     */
    @PUT
    @Path("topics/{id}/draft")
    public Response put(
            String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String match,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String none,
            byte[] body,
            UriInfo uri) {
        var request = request(id, body);
        var over = "*".equals(none) ? Long.valueOf(0) : match == null ? null : revision(match);
        var kept = drafts.save(id, request.text(), request.base(), over);
        return over == null || kept.revision() == over + 1 && kept.text().equals(request.text())
                ? found(kept)
                : Problem.of(
                                Response.Status.PRECONDITION_FAILED,
                                "somebody saved this draft meanwhile: revision " + kept.revision()
                                        + " is there; look at" + " it before you save yours over it",
                                uri.getRequestUri().getRawPath())
                        .response()
                        .tag(String.valueOf(kept.revision()))
                        .build();
    }

    @DELETE
    @Path("topics/{id}/draft")
    public Response delete(String id) {
        if (!drafts.delete(id)) {
            throw new NothingThereException("draft of the topic", id);
        }
        return Response.noContent().build();
    }

    /** The versions of a topic, newest first; those of a topic that was ended too. */
    @GET
    @Path("topics/{id}/versions")
    public Page<ObjectNode> versions(String id) {
        return new Page<>(history.list(id), null);
    }

    /** The pack of a version. */
    @GET
    @Path("topics/{id}/versions/{version:\\d{1,9}}")
    public ObjectNode version(String id, int version) {
        return history.find(id, version)
                .orElseThrow(() -> new NothingThereException("version " + version + " of the topic", id));
    }

    private static Response found(Draft draft) {
        return Response.ok(draft).tag(String.valueOf(draft.revision())).build();
    }

    private static Request request(String id, byte[] body) {
        try {
            if (!TOPIC.matcher(id).matches()) {
                throw new BadParameterException(
                        "id", "is no id of a topic: use lower case letters, digits and hyphens");
            }
            var request = Json.read(body, Request.class);
            if (request.text() == null || request.text().length() > MOST_CHARACTERS) {
                throw new BadParameterException(
                        "text", "is missing, or has more than " + MOST_CHARACTERS + " characters");
            }
            return request;
        } catch (UnreadableMessageException e) {
            throw new BadParameterException("body", String.valueOf(e.getMessage()));
        }
    }

    private static long revision(String tag) {
        var matcher = TAG.matcher(tag.strip());
        if (!matcher.matches()) {
            throw new BadParameterException("If-Match", "is no ETag of a draft: send the one that GET gave");
        }
        return Long.parseLong(matcher.group(1));
    }
}
