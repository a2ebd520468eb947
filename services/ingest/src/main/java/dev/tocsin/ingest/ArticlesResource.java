package dev.tocsin.ingest;

import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.article.Push;
import dev.tocsin.ingest.article.PushReader;
import dev.tocsin.ingest.publish.Draft;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.ingest.publish.Publication;
import dev.tocsin.ingest.publish.Publisher;
import dev.tocsin.ingest.publish.Sighting;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Articles that are pushed in rather than read from feeds, and who carried which. */
@Path("/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ArticlesResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int LONGEST_KEY = 255;

    /** Who carried an article, the first of them first. */
    record Sightings(String id, int revision, Instant at, List<Sighting> sightings) {}

    private final PushReader reader;
    private final PushGate gate;
    private final Publisher publisher;
    private final IngestConfig.Push config;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final Semaphore slots;

    ArticlesResource(
            PushReader reader,
            PushGate gate,
            Publisher publisher,
            IngestConfig config,
            IngestMetrics metrics,
            InstantSource clock) {
        this.reader = reader;
        this.gate = gate;
        this.publisher = publisher;
        this.config = config.push();
        this.metrics = metrics;
        this.clock = clock;
        this.slots = new Semaphore(config.push().concurrent());
    }

    /**
     * Takes one article or an array of articles.
     *
     * @param traceParent a W3C trace that the articles go on with
     * @param key names what has neither address nor id, so that it can be sent again; in an array with its place
     * @return 202 once the channel has acknowledged all that is new; 207 where elements were refused or failed; 503 where
     *     nothing was acknowledged, and the same may be sent again
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response push(
            @HeaderParam(CloudEvent.TRACE_PARENT) @Nullable String traceParent,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body)
            throws InterruptedException, OutletDownException {
        var named = checked(key);
        gate.open();
        slots.acquire();
        try {
            var pushes = new ArrayList<Push>();
            var now = clock.instant();
            boolean array = new JsonBody(body, config.maxBody().asLongValue())
                    .each(config.maxArticles(), json -> pushes.add(reader.read(json, now, at(named, pushes.size()))));
            if (!array && pushes.getFirst() instanceof Push.Refused(var reason)) {
                metrics.refused(IngestMetrics.BY_PUSH, 1);
                throw Problem.unprocessable("the article is refused: " + reason);
            }
            return answer(pushes, traceParent);
        } finally {
            slots.release();
        }
    }

    /** Takes one article a line. A line that is no JSON is refused, and the others go on. */
    @POST
    @Consumes(NDJSON)
    public Response pushLines(
            @HeaderParam(CloudEvent.TRACE_PARENT) @Nullable String traceParent,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            InputStream body)
            throws InterruptedException, OutletDownException {
        var named = checked(key);
        gate.open();
        slots.acquire();
        try {
            var pushes = new ArrayList<Push>();
            var now = clock.instant();
            new JsonBody(body, config.maxBody().asLongValue())
                    .eachLine(
                            config.maxArticles(),
                            json -> pushes.add(reader.read(json, now, at(named, pushes.size()))),
                            wrong -> pushes.add(new Push.Refused(wrong)));
            return answer(pushes, traceParent);
        } finally {
            slots.release();
        }
    }

    /** Which feeds and callers carried an article, up to twenty, with the address and the time of each. */
    @GET
    @Path("/{id}/sightings")
    public Sightings sightings(@PathParam("id") String id) {
        var seen = publisher.remembered(List.of(id)).get(id);
        if (seen == null) {
            throw Problem.notFound("there is no article '" + id + "'");
        }
        return new Sightings(id, seen.revision(), seen.at(), seen.sightings());
    }

    private Response answer(List<Push> pushes, @Nullable String traceParent) throws OutletDownException {
        var drafts = pushes.stream()
                .<Draft>mapMulti((push, out) -> {
                    if (push instanceof Push.Readable(var article)) {
                        out.accept(new Draft(article, TraceParent.continuing(traceParent)));
                    }
                })
                .toList();
        var fates = publisher.publish(drafts);
        metrics.articles(IngestMetrics.BY_PUSH, fates);
        metrics.refused(IngestMetrics.BY_PUSH, pushes.size() - drafts.size());
        if (!fates.isEmpty() && Collections.frequency(fates, Publication.FAILED) == fates.size()) {
            throw Problem.unavailable("the channel did not acknowledge any of " + fates.size()
                    + " articles: send the same again, what it has is answered as duplicate");
        }
        var next = fates.iterator();
        var answer = new PushAnswer(pushes.stream()
                .map(push -> switch (push) {
                    case Push.Refused(var reason) -> PushAnswer.Item.refused(reason);
                    case Push.Readable readable -> PushAnswer.Item.of(readable, next.next());
                })
                .toList());
        return Response.status(answer.status()).entity(answer).build();
    }

    private static @Nullable String checked(@Nullable String key) {
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw Problem.badRequest("the header Idempotency-Key has " + key.length() + " characters, expected 1 to "
                    + LONGEST_KEY + " that are not all blank");
        }
        return key;
    }

    private static @Nullable String at(@Nullable String key, int place) {
        return key == null || place == 0 ? key : key + "#" + place;
    }
}
