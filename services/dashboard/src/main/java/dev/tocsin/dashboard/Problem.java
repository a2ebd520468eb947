package dev.tocsin.dashboard;

import dev.tocsin.contracts.Json;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as people and programs read it (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says the kind
 * @param title the kind of error, the same each time
 * @param status of HTTP
 * @param detail what is wrong, and how to mend it
 * @param errors the fields of the body that are wrong, where it is the body
 */
@Schema(description = "An error (RFC 9457)")
record Problem(String type, String title, int status, String detail, List<FieldError> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** What is wrong with one field of the body. */
    record FieldError(String field, String detail) {}

    static Problem of(int status, String title, @Nullable String detail) {
        return new Problem("about:blank", title, status, detail == null ? title : detail, List.of());
    }

    byte[] json() {
        return Json.write(this);
    }

    Response response() {
        return Response.status(status).type(MEDIA_TYPE).entity(json()).build();
    }
}
