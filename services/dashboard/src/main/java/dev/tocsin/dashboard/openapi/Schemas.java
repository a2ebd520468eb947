package dev.tocsin.dashboard.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Brings the contracts' schemas, which are files that refer to each other, into the components of one document. */
final class Schemas {
    static final String HERE = "#/components/schemas/";

    /** The files, and what they are called in the document. */
    static final Map<String, String> FILES = Map.of(
            "common.v1.schema.json", "Common",
            "article.fetched.v1.schema.json", "FetchedArticle",
            "article.detected.v1.schema.json", "DetectedArticle",
            "article.classified.v1.schema.json", "ClassifiedArticle",
            "story.v1.schema.json", "Story",
            "alert.v1.schema.json", "Alert",
            "verdict.v1.schema.json", "Verdict",
            "topic.v1.schema.json", "TopicPack");

    private Schemas() {}

    /** Adds a file's schema, and its definitions as {@code Name.definition}. */
    static void add(ObjectNode schemas, String name, ObjectNode file) {
        var definitions = file.remove("$defs");
        file.remove("$schema");
        if (definitions != null) {
            definitions.properties().forEach(d -> schemas.set(name + "." + d.getKey(), linked(d.getValue(), name)));
        }
        // a file may be definitions alone
        if (file.has("properties") || file.has("allOf")) {
            schemas.set(name, linked(file, name));
        }
    }

    /** The same tree with its references seen from the document; a bare name is one of the document's schemas. */
    static JsonNode linked(JsonNode node, String owner) {
        if (node instanceof ObjectNode object) {
            var ref = object.path("$ref").textValue();
            if (ref != null) {
                object.put("$ref", target(ref, owner));
            }
            object.properties().forEach(child -> linked(child.getValue(), owner));
        } else if (node instanceof ArrayNode array) {
            array.forEach(child -> linked(child, owner));
        }
        return node;
    }

    private static String target(String ref, String owner) {
        int hash = ref.indexOf('#');
        var file = hash < 0 ? ref : ref.substring(0, hash);
        var name = file.isEmpty() ? owner : FILES.getOrDefault(file, file);
        return HERE + (hash < 0 ? name : name + ref.substring(hash).replace("#/$defs/", "."));
    }
}
