package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Failure;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** What came of asking for an article's page. */
sealed interface PageOutcome {
    /**
     * @param contentType as the server says; null where it says nothing
     * @param finalUri where redirects ended
     */
    record Fetched(byte[] bytes, @Nullable String contentType, URI finalUri) implements PageOutcome {}

    /**
     * We may not have it: robots.txt, a login, a riddle for bots, a forbidden address. To ask again soon is of no use.
     *
     * @param reason for people
     */
    record Refused(Failure failure, String reason) implements PageOutcome {}

    /** There is no such page any more (HTTP status 404 or 410). */
    record Gone(int status) implements PageOutcome {}

    /**
     * No answer that is of use, this time.
     *
     * @param reason for people
     */
    record Failed(Failure failure, String reason) implements PageOutcome {}
}
