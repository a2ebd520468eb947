package dev.tocsin.dashboard;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Story;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was archived: articles and stories, and how the archive is. */
@Path("/api")
@Tag(name = "Archive")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
final class ArchiveApi {
    private final Passage passage;

    ArchiveApi(Passage passage) {
        this.passage = passage;
    }

    @GET
    @Path("stories")
    @Operation(summary = "The latest revision of each story, the newest first")
    @Parameter(name = "topic", in = ParameterIn.QUERY, description = "id of a topic")
    @Parameter(name = "state", in = ParameterIn.QUERY, description = "open, closed or merged")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "items a page")
    @APIResponse(responseCode = "200", description = "{items, nextCursor}: each item a story")
    public Response stories(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/stories", uri);
    }

    @GET
    @Path("stories/{id}")
    @Operation(summary = "A story")
    @APIResponse(
            responseCode = "200",
            description = "The story's latest revision",
            content = @Content(schema = @Schema(implementation = Story.class)))
    @APIResponse(responseCode = "404", description = "No such story")
    public Response story(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/stories/" + Neighbours.segment(id), uri);
    }

    @GET
    @Path("articles")
    @Operation(
            summary = "Searches articles, the newest or the best first",
            description =
                    "`q`: words (all of them, in any form and language), \"phrases\", AND, OR, NOT or -, parentheses,"
                            + " prefix*, and the fields title: actor: place: language: topic: source: country: reliability:. A name is"
                            + " found in any spelling; a single word in quotes as it stands. New articles are found within about a second."
                            + " Cursors go on without a gap or a repetition while articles arrive.")
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description = "the search, at most 1000 characters and 32 words",
            example = "Tokayev (troops OR \"state of emergency\") -title:opinion")
    @Parameter(name = "sort", in = ParameterIn.QUERY, description = "newest (default) or best")
    @Parameter(name = "language", in = ParameterIn.QUERY, description = "BCP 47 tag")
    @Parameter(name = "topic", in = ParameterIn.QUERY, description = "id of a topic")
    @Parameter(name = "source", in = ParameterIn.QUERY, description = "id of a source")
    @Parameter(name = "country", in = ParameterIn.QUERY, description = "ISO 3166-1 alpha-2 of the source")
    @Parameter(name = "reliability", in = ParameterIn.QUERY, description = "a grade A to F, or two of them: A-C")
    @Parameter(name = "actor", in = ParameterIn.QUERY, description = "id of an actor")
    @Parameter(name = "story", in = ParameterIn.QUERY, description = "id of a story")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "event time at or after, RFC 3339")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "event time before, RFC 3339")
    @Parameter(
            name = "facets",
            in = ParameterIn.QUERY,
            description = "true: count topics, languages, sources, countries")
    @Parameter(name = "cursor", in = ParameterIn.QUERY, description = "nextCursor of the page before")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "items a page")
    @APIResponse(
            responseCode = "200",
            description =
                    "{items, nextCursor}: each item an article without `text`, with an `excerpt`. A search adds `total`"
                            + " {value, relation eq|gte}, `complete` (false, with `index`, while articles may be missing), `facets`, and to"
                            + " each item `highlights` {title, excerpt}: lists of [start, end) in UTF-16 units")
    @APIResponse(
            responseCode = "400",
            description = "A parameter cannot be used; of a wrong `q`, `position` {start, end} tells the spot,"
                    + " and `reason` what is wrong, such as `quote-open`")
    @APIResponse(
            responseCode = "503",
            description = "The search or the store is away; `Retry-After` says when to ask again")
    public Response articles(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/articles", uri);
    }

    @GET
    @Path("articles/{id}")
    @Operation(summary = "An article with its text and all that was found in it")
    @APIResponse(
            responseCode = "200",
            description = "The article's latest revision",
            content = @Content(schema = @Schema(implementation = ClassifiedArticle.class)))
    @APIResponse(responseCode = "404", description = "No such article")
    public Response article(@PathParam("id") String id, @Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/articles/" + Neighbours.segment(id), uri);
    }

    @GET
    @Path("status/topics")
    @Operation(
            summary = "How many articles belong to each topic, and how many of its stories were judged",
            description = "With topic=, that topic alone.")
    @APIResponse(responseCode = "200", description = "{items}: each item {topic, articles, relevant, irrelevant}")
    public Response topics(@Context UriInfo uri) {
        return passage.get(Neighbour.ARCHIVE, "/status/topics", uri);
    }
}
