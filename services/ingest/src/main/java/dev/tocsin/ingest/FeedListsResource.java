package dev.tocsin.ingest;

import static dev.tocsin.ingest.Parameters.orUnprocessable;

import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.lists.BadListException;
import dev.tocsin.ingest.lists.ListedFeeds;
import dev.tocsin.ingest.lists.OpmlReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.concurrent.Semaphore;

/** Many feeds at a time: as NDJSON, as OPML, and by an action on a selection. */
@Path("/feeds")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FeedListsResource {
    static final String NDJSON = "application/x-ndjson";
    private static final int MULTI_STATUS = 207;

    private final FeedImport imports;
    private final FeedActions actions;
    private final FeedForm form;
    private final IngestConfig.Manage config;
    private final InstantSource clock;
    /** A list of 10,000 feeds is some megabytes: one at a time keeps memory within bounds. */
    private final Semaphore one = new Semaphore(1);

    FeedListsResource(
            FeedImport imports, FeedActions actions, FeedForm form, IngestConfig config, InstantSource clock) {
        this.imports = imports;
        this.actions = actions;
        this.form = form;
        this.config = config.manage();
        this.clock = clock;
    }

    @POST
    @Consumes(NDJSON)
    public Response addLines(InputStream body, @QueryParam("dryRun") boolean dry) throws InterruptedException {
        one.acquire();
        try {
            return outcome(FeedLinesReader.read(bounded(body), form, config.maxFeeds()), dry);
        } finally {
            one.release();
        }
    }

    @POST
    @Path("/opml")
    @Consumes({"text/x-opml", "text/xml", "application/xml", MediaType.APPLICATION_OCTET_STREAM})
    public Response addOpml(InputStream body, @QueryParam("dryRun") boolean dry) throws InterruptedException {
        one.acquire();
        try {
            var found = new ListedFeeds();
            OpmlReader.read(bounded(body), form, config.maxFeeds(), found);
            return outcome(found, dry);
        } catch (BadListException e) {
            throw Problem.badRequest("the list cannot be read, " + e.getMessage() + "; nothing was added");
        } finally {
            one.release();
        }
    }

    /** Pauses, resumes, tags, untags, deletes or restores those that are chosen by id or by a query. */
    @POST
    @Path("/actions")
    @Consumes(MediaType.APPLICATION_JSON)
    public FeedActions.Done act(InputStream body) {
        var json = new JsonBody(body, config.maxBody().asLongValue()).one();
        var wanted = orUnprocessable(() -> FeedActions.Wanted.of(json, config.maxFeeds()));
        return actions.act(wanted, clock.instant());
    }

    private Response outcome(ListedFeeds listed, boolean dry) {
        return Response.status(MULTI_STATUS).entity(imports.add(listed, dry)).build();
    }

    private InputStream bounded(InputStream body) {
        return new BoundedInput(body, config.maxBody().asLongValue());
    }
}
