package dev.tocsin.ingest.feeds;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of asking for a feed. */
public sealed interface FetchOutcome {
    /**
     * Bytes, whatever they are.
     *
     * @param contentType as the server says; null where it says nothing
     */
    record Fetched(byte[] body, @Nullable String contentType, Validators validators) implements FetchOutcome {}

    /** What we have is what there is. */
    record NotModified() implements FetchOutcome {}

    /**
     * The server asks for patience.
     *
     * @param retryAfter for how long; null where it does not say
     */
    record RateLimited(@Nullable Duration retryAfter) implements FetchOutcome {}

    /**
     * No answer that is of use.
     *
     * @param reason for people
     */
    record Failed(Failure failure, String reason) implements FetchOutcome {}
}
