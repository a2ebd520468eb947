package dev.tocsin.ingest;

import dev.tocsin.ingest.lists.OpmlWriter;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.InstantSource;
import javax.xml.stream.XMLStreamException;

/** All feeds as one OPML file. */
@Path("/feeds.opml")
@RunOnVirtualThread
class OpmlResource {
    private final FeedCatalog catalog;
    private final InstantSource clock;

    OpmlResource(FeedCatalog catalog, InstantSource clock) {
        this.catalog = catalog;
        this.clock = clock;
    }

    @GET
    @Produces("text/x-opml")
    public Response export() {
        StreamingOutput whole = out -> {
            try (var opml = OpmlWriter.begin(out, clock.instant())) {
                catalog.eachByFolder(feed -> {
                    try {
                        opml.write(feed);
                    } catch (XMLStreamException e) {
                        throw new IllegalStateException("the list cannot be written: " + e.getMessage(), e);
                    }
                });
            } catch (XMLStreamException e) {
                throw new IOException(e);
            }
        };
        return Response.ok(whole)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tocsin-feeds.opml\"")
                .build();
    }
}
