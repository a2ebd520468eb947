package dev.tocsin.dashboard.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes the document of what annotations said whole: ids, forms of requests and answers with an example each, the errors that
 * any operation may answer with, the fields of all answers, and how a client proves who it is.
 */
public final class Document {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String PROBLEM = "application/problem+json";

    private final ObjectNode document;
    private final JsonNode operations;
    private final JsonNode parameters;
    private final JsonNode errors;
    private final ObjectNode schemas;

    private Document(ObjectNode document, JsonNode said, ObjectNode schemas) {
        this.document = document;
        this.operations = said.path("operations");
        this.parameters = said.path("parameters");
        this.errors = said.path("errors");
        this.schemas = schemas;
    }

    /**
     * Completes a document in place.
     *
     * @param said schemas, parameters, errors and operations, see {@code openapi/api.yaml}
     * @param files the contracts' schemas by the names of their files
     */
    public static void complete(ObjectNode document, JsonNode said, Map<String, ObjectNode> files) {
        var schemas = object(object(document, "components"), "schemas");
        Schemas.FILES.forEach((file, name) -> Schemas.add(schemas, name, files.get(file)));
        said.path("schemas")
                .properties()
                .forEach(s -> schemas.set(s.getKey(), Schemas.linked(s.getValue(), s.getKey())));
        said.path("examples").properties().forEach(e -> ((ObjectNode) schemas.path(e.getKey()))
                .putArray("examples")
                .add(e.getValue()));
        new Document(document, said, schemas).complete();
    }

    private void complete() {
        var bearer = object(object(object(document, "components"), "securitySchemes"), "bearer");
        bearer.put("type", "http")
                .put("scheme", "bearer")
                .put("description", "An API key, or a session's cookie in a browser.");
        document.putArray("security").addObject().putArray("bearer");
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(op -> {
                    if (METHODS.contains(op.getKey()) && op.getValue() instanceof ObjectNode operation) {
                        complete(path.getKey(), op.getKey(), operation);
                    }
                }));
    }

    private void complete(String path, String method, ObjectNode operation) {
        var own = operations.path(method.toUpperCase(java.util.Locale.ROOT) + " " + path);
        if (own.has("id")) {
            operation.put("operationId", own.path("id").asText());
        }
        if (own.has("body")) {
            body(operation, own.path("body").asText());
        }
        if (own.has("text")) {
            operation.path("requestBody").path("content").forEach(c -> ((ObjectNode) c)
                    .set("example", own.path("text")));
        }
        var responses = object(operation, "responses");
        own.properties().forEach(answer -> {
            if (answer.getKey().matches("2\\d\\d")) {
                answer(
                        object(responses, answer.getKey()),
                        answer.getValue().asText(),
                        own.path("list").asBoolean());
            }
        });
        parameters(operation, method, own);
        errors(path, method, operation, responses);
        responses.properties().forEach(r -> headers(method, r.getKey(), (ObjectNode) r.getValue()));
    }

    private void body(ObjectNode operation, String schema) {
        var content = object(object(operation, "requestBody"), "content");
        if (content.isEmpty()) {
            content.putObject("application/json");
        }
        content.forEach(kind -> {
            var type = (ObjectNode) kind;
            type.putObject("schema").put("$ref", Schemas.HERE + schema);
            type.set("example", new Examples(schemas).of(schema));
        });
        object(operation, "requestBody").put("required", !schema.equals("JobRequest"));
    }

    private void answer(ObjectNode response, String what, boolean list) {
        var content = response.putObject("content");
        if (what.contains("/")) {
            for (var kind : what.split(", ")) {
                plain(content.putObject(kind), kind);
            }
            return;
        }
        var type = content.putObject("application/json");
        var example = new Examples(schemas);
        if (!list) {
            type.putObject("schema").put("$ref", Schemas.HERE + what);
            type.set("example", example.of(what));
            return;
        }
        var page = type.putObject("schema").put("type", "object");
        page.putArray("required").add("items").add("nextCursor");
        var properties = page.putObject("properties");
        properties.putObject("items").put("type", "array").putObject("items").put("$ref", Schemas.HERE + what);
        properties.putObject("nextCursor").put("$ref", Schemas.HERE + "Cursor");
        var shown = type.putObject("example");
        shown.putArray("items").add(example.of(what));
        shown.putNull("nextCursor");
    }

    /** A table may be had as JSON too. */
    private static void plain(ObjectNode type, String kind) {
        if (kind.equals("application/json")) {
            var table = type.putObject("schema").put("type", "object");
            table.putArray("required").add("items");
            table.putObject("properties").putObject("items").put("type", "array");
            type.putObject("example").putArray("items");
        } else {
            type.putObject("schema").put("type", "string");
            type.put("example", Plain.example(kind));
        }
    }

    private void parameters(ObjectNode operation, String method, JsonNode own) {
        var declared = operation.withArray("/parameters");
        if (method.equals("post") && own.has("id")) {
            header(
                    declared.addObject(),
                    "Idempotency-Key",
                    "a name for this request, such as a UUID: sent again under it, it"
                            + " is answered as the first time, for a day");
        }
        if (method.equals("get") && own.has("200") && !own.path("200").asText().startsWith("text/event")) {
            header(
                    declared.addObject(),
                    "If-None-Match",
                    "the ETag that you have: answered with 304 where it still holds");
        }
        declared.forEach(p -> {
            var parameter = (ObjectNode) p;
            var known = parameters.path(parameter.path("name").asText());
            if (known.isObject()) {
                parameter.set("schema", known.deepCopy());
            } else if (!parameter.has("schema")) {
                parameter.putObject("schema").put("type", "string");
            }
        });
    }

    private static void header(ObjectNode parameter, String name, String description) {
        parameter.put("name", name).put("in", "header").put("description", description);
        parameter.putObject("schema").put("type", "string");
    }

    private void errors(String path, String method, ObjectNode operation, ObjectNode responses) {
        boolean hasBody = operation.has("requestBody");
        var possible = new java.util.TreeSet<>(List.of(400, 401, 403, 406, 429, 500, 502, 503));
        if (path.contains("{")) {
            possible.add(404);
        }
        if (hasBody) {
            possible.addAll(List.of(413, 415, 422));
        }
        if (method.equals("post")) {
            possible.addAll(List.of(409, 422));
        }
        if (List.of("put", "patch", "delete").contains(method)) {
            possible.add(412);
        }
        if (method.equals("get") && responses.has("200")) {
            var unchanged = object(responses, "304");
            if (!unchanged.has("description")) {
                unchanged.put("description", "What If-None-Match names still holds");
            }
        }
        possible.forEach(status -> object(responses, String.valueOf(status)));
        errors.properties().forEach(error -> {
            if (responses.get(error.getKey()) instanceof ObjectNode response) {
                problem(response, Integer.parseInt(error.getKey()), error.getValue());
            }
        });
    }

    private static void problem(ObjectNode response, int status, JsonNode words) {
        if (!response.has("description")) {
            response.set("description", words.path("description"));
        }
        var type = response.putObject("content").putObject(PROBLEM);
        type.putObject("schema").put("$ref", Schemas.HERE + "Problem");
        type.putObject("example")
                .put("type", "about:blank")
                .put("status", status)
                .<ObjectNode>set("title", words.path("title"))
                .<ObjectNode>set("detail", words.path("detail"))
                .putArray("errors");
    }

    private static void headers(String method, String status, ObjectNode response) {
        told(response, "X-Request-Id", "the name of this request, yours where you sent one");
        told(response, "RateLimit", "what is left of your quota (draft-ietf-httpapi-ratelimit-headers)");
        told(response, "RateLimit-Policy", "your quota");
        if (status.equals("429") || status.equals("503")) {
            told(response, "Retry-After", "seconds to wait");
        }
        if (method.equals("get") && status.equals("200")) {
            told(response, "ETag", "what this answer is, for If-None-Match and If-Match");
        }
    }

    private static void told(ObjectNode response, String name, String description) {
        object(object(response, "headers"), name)
                .put("description", description)
                .putObject("schema")
                .put("type", "string");
    }

    private static ObjectNode object(ObjectNode parent, String name) {
        return parent.get(name) instanceof ObjectNode there ? there : parent.putObject(name);
    }
}
