package dev.tocsin.dashboard;

import dev.tocsin.dashboard.manners.Etag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Answers and changes on a condition (RFC 9110, section 13). */
final class Conditional {
    private Conditional() {}

    /** A body with its tag, or 304 where the client has it already. It is asked for again each time: nothing here keeps. */
    static Response answer(byte[] body, String type, String tag, @Nullable String ifNoneMatch) {
        var known = Etag.isKnown(ifNoneMatch, tag);
        var response = known ? Response.notModified() : Response.ok(body).type(type);
        return response.header(HttpHeaders.ETAG, tag)
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }

    /** Somebody else changed it first. */
    static Problem failed() {
        return Problem.of(
                412,
                "Precondition failed",
                "It is not what 'If-Match' or 'If-None-Match' says: somebody changed it meanwhile. Read it again, look at"
                        + " what changed, and send yours with its new ETag.");
    }

    /** What would be overwritten may be somebody's work of a moment ago. */
    static Problem required(String what) {
        return Problem.of(
                428,
                "Precondition required",
                what
                        + " is replaced as a whole: send the ETag of what you changed as 'If-Match', so that nobody's work of"
                        + " a moment ago is lost. 'If-Match: *' replaces whatever there is.");
    }
}
