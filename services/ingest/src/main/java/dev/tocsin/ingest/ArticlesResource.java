package dev.tocsin.ingest;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.ingest.article.Push;
import dev.tocsin.ingest.article.PushReader;
import dev.tocsin.ingest.publish.Draft;
import dev.tocsin.ingest.publish.OutletDownException;
import dev.tocsin.ingest.publish.Publication;
import dev.tocsin.ingest.publish.Publisher;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Articles that are pushed in rather than read from feeds. */
@Path("/articles")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ArticlesResource {
    /** What is answered. */
    record Answer(List<Item> items) {}

    /**
     * The fate of one element, in the order they came.
     *
     * @param id of the article; null where it was refused
     * @param reason where it was refused
     */
    record Item(@Nullable String id, State state, @Nullable String reason) {}

    /** The fates there are. */
    enum State {
        ACCEPTED,
        DUPLICATE,
        REFUSED;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final PushReader reader;
    private final Publisher publisher;
    private final IngestConfig.Push config;
    private final IngestMetrics metrics;
    private final InstantSource clock;
    private final Semaphore slots;

    ArticlesResource(
            PushReader reader, Publisher publisher, IngestConfig config, IngestMetrics metrics, InstantSource clock) {
        this.reader = reader;
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
     * @return 202 once the channel has acknowledged all that is new; 503 where it has not, and the same may be sent again
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response push(@HeaderParam(CloudEvent.TRACE_PARENT) @Nullable String traceParent, InputStream body)
            throws InterruptedException, OutletDownException {
        slots.acquire();
        try {
            var pushes = new ArrayList<Push>();
            var now = clock.instant();
            boolean array = new JsonBody(body, config.maxBody().asLongValue())
                    .each(config.maxArticles(), json -> pushes.add(reader.read(json, now)));
            if (!array && pushes.getFirst() instanceof Push.Refused(var reason)) {
                metrics.refused(IngestMetrics.BY_PUSH, 1);
                throw Problem.unprocessable("the article is refused: " + reason);
            }
            return Response.accepted(new Answer(publish(pushes, traceParent))).build();
        } finally {
            slots.release();
        }
    }

    private List<Item> publish(List<Push> pushes, @Nullable String traceParent) throws OutletDownException {
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
        int failed = Collections.frequency(fates, Publication.FAILED);
        if (failed > 0) {
            throw Problem.unavailable("the channel did not acknowledge " + failed + " of " + pushes.size()
                    + " articles: send the same again, what it has is answered as duplicate");
        }
        var next = fates.iterator();
        return pushes.stream().map(push -> item(push, next::next)).toList();
    }

    private static Item item(Push push, Supplier<Publication> fate) {
        return switch (push) {
            case Push.Refused(var reason) -> new Item(null, State.REFUSED, reason);
            case Push.Readable(var article) ->
                new Item(article.id(), fate.get() == Publication.PUBLISHED ? State.ACCEPTED : State.DUPLICATE, null);
        };
    }
}
