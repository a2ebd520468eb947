package dev.tocsin.ingest;

import static dev.tocsin.ingest.Parameters.orUnprocessable;

import dev.tocsin.ingest.feeds.Feed;
import dev.tocsin.ingest.feeds.FeedForm;
import dev.tocsin.ingest.feeds.FeedStatus;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.InstantSource;

/** What would come in if an address were a feed; nothing is kept. */
@Path("/feeds/preview")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class PreviewResource {
    private static final long MAX_BODY = 64 * 1024;

    private final FeedPreview preview;
    private final FeedCatalog catalog;
    private final FeedForm form;
    private final InstantSource clock;

    PreviewResource(FeedPreview preview, FeedCatalog catalog, FeedForm form, InstantSource clock) {
        this.preview = preview;
        this.catalog = catalog;
        this.form = form;
        this.clock = clock;
    }

    /** @param body the form of {@code POST /feeds}, of which only {@code url} has to be there */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public PreviewView preview(InputStream body) throws InterruptedException {
        var json = new JsonBody(body, MAX_BODY).one();
        var now = clock.instant();
        var feed =
                orUnprocessable(() -> new Feed(form.address(json), form.settings(json), FeedStatus.unknown(now), now));
        return preview.of(feed, catalog.find(feed.id()).isPresent(), now);
    }
}
