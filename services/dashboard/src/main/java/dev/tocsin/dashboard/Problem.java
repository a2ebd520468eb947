package dev.tocsin.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.manners.Faults;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as people and programs read it (RFC 9457).
 *
 * @param type always {@code about:blank}: the status says the kind
 * @param title the kind of error, the same each time
 * @param status of HTTP
 * @param detail what is wrong, and how to mend it
 * @param instance the path that was asked, where a neighbour told of it
 * @param errors the fields of the body, or the parameters, that are wrong
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String instance,
        List<FieldError> errors) {
    static final String MEDIA_TYPE = "application/problem+json";

    private static final int RETRY_SECONDS = 5;

    /**
     * What is wrong with one part of a request.
     *
     * @param pointer to it in the body, as a JSON Pointer in a fragment (RFC 6901)
     * @param parameter the name of it in the query
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FieldError(@Nullable String pointer, @Nullable String parameter, String detail) {
        /** Of a field of the body. */
        static FieldError in(String field, String detail) {
            return new FieldError(Faults.pointer(field), null, detail);
        }
    }

    static Problem of(int status, String title, @Nullable String detail) {
        return new Problem("about:blank", title, status, detail == null ? title : detail, null, List.of());
    }

    /** The same, with the field named that the detail begins with. @param inBody whether it is one of the body */
    Problem pointing(boolean inBody) {
        return Faults.field(detail)
                .map(f -> inBody ? FieldError.in(f, detail) : new FieldError(null, f, detail))
                .map(e -> new Problem(type, title, status, detail, instance, List.of(e)))
                .orElse(this);
    }

    /** The same, of that path. */
    Problem at(@Nullable String path) {
        return new Problem(type, title, status, detail, path, errors);
    }

    byte[] json() {
        return Json.write(this);
    }

    /** The same, with what a neighbour's own error tells beyond these members (RFC 9457, section 3.2). */
    byte[] json(JsonNode said) {
        ObjectNode whole = Json.mapper().valueToTree(this);
        said.properties().stream()
                .filter(member ->
                        !whole.has(member.getKey()) && !member.getKey().equals("instance"))
                .forEach(member -> whole.set(member.getKey(), member.getValue()));
        return Json.write(whole);
    }

    Response response() {
        var response = Response.status(status)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json());
        return status == 503
                ? response.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS).build()
                : response.build();
    }
}
