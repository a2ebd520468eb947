package dev.tocsin.ingest.feeds;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking for a feed. */
public sealed interface FetchOutcome {
    /**
     * What an answer's header tells besides the answer.
     *
     * @param fresh how long the answer holds, by Cache-Control or Expires; null where they say nothing
     * @param from the address that answered in the end, which relative links start from; null for a file
     * @param movedTo where permanent redirects led from the address that was asked; null where there were none
     * @param links {@code Link} headers as given (RFC 8288), which may name a WebSub hub
     */
    record Told(@Nullable Duration fresh, @Nullable URI from, @Nullable URI movedTo, List<String> links) {
        public static final Told NOTHING = new Told(null, null, null, List.of());
    }

    /**
     * Bytes, whatever they are.
     *
     * @param contentType as the server says; null where it says nothing
     */
    record Fetched(byte[] body, @Nullable String contentType, Validators validators, Told told)
            implements FetchOutcome {
        public Fetched(byte[] body, @Nullable String contentType, Validators validators) {
            this(body, contentType, validators, Told.NOTHING);
        }
    }

    /** What we have is what there is. */
    record NotModified(Told told) implements FetchOutcome {}

    /**
     * The server asks for patience.
     *
     * @param retryAfter for how long; null where it does not say
     */
    record Throttled(@Nullable Duration retryAfter) implements FetchOutcome {}

    /** The server says that the feed is gone for good. */
    record Gone() implements FetchOutcome {}

    /**
     * The server is there and does not let us in.
     *
     * @param why by what
     */
    record Blocked(Why why) implements FetchOutcome {}

    /** No answer that is of use. */
    record Failed(Failure failure, Why why) implements FetchOutcome {
        /** @param reason for people */
        public Failed(Failure failure, String reason) {
            this(failure, new Why(failure.label(), reason));
        }

        public String reason() {
            return why.words();
        }
    }
}
