package dev.tocsin.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tocsin.contracts.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The API as its OpenAPI document describes it: what can be asked, and what an answer has to be. */
final class Described {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    /** One thing that can be asked for. */
    record Operation(String method, String path, JsonNode said) {
        @Override
        public String toString() {
            return method + " " + path;
        }

        List<JsonNode> parameters() {
            var parameters = new ArrayList<JsonNode>();
            said.path("parameters").forEach(parameters::add);
            return parameters;
        }
    }

    private final JsonNode document;
    private final Map<JsonNode, JsonSchema> compiled = new HashMap<>();

    Described(JsonNode document) {
        this.document = document;
    }

    List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(op -> {
                    if (METHODS.contains(op.getKey())) {
                        operations.add(new Operation(op.getKey().toUpperCase(), path.getKey(), op.getValue()));
                    }
                }));
        return operations;
    }

    /** A schema with its reference resolved, as far as it is one. */
    JsonNode resolved(JsonNode schema) {
        var ref = schema.path("$ref").textValue();
        return ref == null ? schema : resolved(document.at(ref.substring(1)));
    }

    /** What is wrong with an answer; empty where nothing is. */
    List<String> faults(Operation operation, Api.Answer answer) {
        var response = operation.said().path("responses").path(String.valueOf(answer.status()));
        if (response.isMissingNode()) {
            return List.of("status " + answer.status() + " is not described: " + answer.body());
        }
        var type = answer.contentType().split(";")[0].strip();
        if (!response.has("content")) {
            return answer.status() == 204 || answer.status() == 304 ? List.of() : List.of("no content is described");
        }
        var content = response.path("content").path(type);
        if (content.isMissingNode()) {
            return List.of(answer.status() + " with '" + type + "' is not described: " + answer.body());
        }
        if (!isJson(type)) {
            return List.of();
        }
        return schema(content.path("schema")).validate(answer.body()).stream()
                .map(m -> answer.status() + ": " + m.getMessage() + " in " + shortened(answer.body()))
                .collect(Collectors.toList());
    }

    /** One JSON value, not one a line. */
    static boolean isJson(String type) {
        return type.startsWith("application/json") || type.startsWith("application/problem+json");
    }

    private JsonSchema schema(JsonNode schema) {
        return compiled.computeIfAbsent(schema, s -> {
            // references begin at the document, so it stands around
            ObjectNode whole = s.deepCopy();
            whole.set("components", document.path("components"));
            return SCHEMAS.getSchema(whole);
        });
    }

    private static String shortened(JsonNode body) {
        var text = new String(Json.write(body), java.nio.charset.StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), 400));
    }
}
