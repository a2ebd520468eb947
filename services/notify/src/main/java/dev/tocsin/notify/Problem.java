package dev.tocsin.notify;

import dev.tocsin.contracts.Json;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An error answer: RFC 9457 problem details. */
record Problem(String type, String title, int status, @Nullable String detail, String instance) {
    static Response response(int status, String title, @Nullable String detail, String instance) {
        return Response.status(status)
                .type("application/problem+json")
                .entity(Json.write(new Problem("about:blank", title, status, detail, instance)))
                .build();
    }

    static Response response(Response.StatusType status, @Nullable String detail, String instance) {
        return response(status.getStatusCode(), status.getReasonPhrase(), detail, instance);
    }
}
