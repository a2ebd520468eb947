package dev.tocsin.ingest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/**
 * What callers are told when something is wrong (RFC 9457).
 *
 * @param detail what is wrong, where, and how to mend it
 */
record Problem(String type, String title, int status, @Nullable String detail) {
    static final MediaType MEDIA_TYPE = new MediaType("application", "problem+json");

    private static final int CONTENT_TOO_LARGE = 413;
    private static final int UNPROCESSABLE = 422;

    static Problem of(int status, @Nullable String detail) {
        return new Problem("about:blank", title(status), status, detail);
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(of(400, detail));
    }

    static ProblemException unauthorized(String detail) {
        return new ProblemException(of(401, detail));
    }

    static ProblemException notFound(String detail) {
        return new ProblemException(of(404, detail));
    }

    static ProblemException conflict(String detail) {
        return new ProblemException(of(409, detail));
    }

    static ProblemException tooLarge(String detail) {
        return new ProblemException(of(CONTENT_TOO_LARGE, detail));
    }

    static ProblemException unprocessable(String detail) {
        return new ProblemException(of(UNPROCESSABLE, detail));
    }

    static ProblemException unavailable(String detail) {
        return new ProblemException(of(503, detail));
    }

    Response response() {
        var response = Response.status(status).type(MEDIA_TYPE).entity(this);
        return switch (status) {
            case 401 -> response.header("WWW-Authenticate", "Bearer").build();
            case 503 -> response.header("Retry-After", "5").build();
            default -> response.build();
        };
    }

    /** Jakarta's list of phrases lacks the two newer ones. */
    private static String title(int status) {
        if (status == UNPROCESSABLE) {
            return "Unprocessable Content";
        }
        if (status == CONTENT_TOO_LARGE) {
            return "Content Too Large";
        }
        var known = Response.Status.fromStatusCode(status);
        return known == null ? "Error " + status : known.getReasonPhrase();
    }
}
