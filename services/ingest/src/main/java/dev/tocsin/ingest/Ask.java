package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.FeedAccess;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * One question to the web.
 *
 * @param address to begin with; redirects may lead elsewhere
 * @param home whose secrets and whose trust these are: neither goes anywhere else
 * @param trusted the operator named {@code home}, so that it may be on any address
 * @param headers sent to every hop
 * @param form what to post; null to get
 * @param toll asked before each hop, and may forbid it
 */
record Ask(
        URI address,
        URI home,
        boolean trusted,
        FeedAccess access,
        Map<String, String> headers,
        @Nullable HttpEntity form,
        Toll toll) {
    /** Decides on one hop by throwing or not. */
    interface Toll {
        Toll FREE = hop -> {};

        void pass(URI hop) throws IOException;
    }

    /** A stranger's address, without secrets. */
    static Ask stranger(URI address, Map<String, String> headers) {
        return new Ask(address, address, false, FeedAccess.OPEN, headers, null, Toll.FREE);
    }
}
