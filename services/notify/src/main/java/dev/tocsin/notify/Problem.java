package dev.tocsin.notify;

import dev.tocsin.contracts.Json;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** An error answer: RFC 9457 problem details. */
record Problem(String type, String title, int status, @Nullable String detail, String instance) {
    static Response response(Response.StatusType status, @Nullable String detail, String instance) {
        var problem = new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail, instance);
        return Response.status(status.getStatusCode())
                .type("application/problem+json")
                .entity(Json.write(problem))
                .build();
    }
}
