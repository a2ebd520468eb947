package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.openapi.Document;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/** Completes {@code /q/openapi} when the module is built, with the contracts' schemas and {@code openapi/api.yaml}. */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class OpenApiWords implements OASFilter {
    private static final String CONTRACTS = "/dev/tocsin/contracts/schema/";
    private static final List<String> FILES = List.of(
            "common.v1.schema.json",
            "article.fetched.v1.schema.json",
            "article.detected.v1.schema.json",
            "article.classified.v1.schema.json",
            "story.v1.schema.json",
            "alert.v1.schema.json",
            "verdict.v1.schema.json",
            "topic.v1.schema.json");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        try {
            var document = (ObjectNode)
                    Json.mapper().readTree(plain().withInitialModel(api).build().toJSON());
            var files = new HashMap<String, ObjectNode>();
            for (var file : FILES) {
                files.put(file, (ObjectNode) read(Json.mapper(), CONTRACTS + file));
            }
            Document.complete(document, read(new YAMLMapper(), "/openapi/api.yaml"), files);
            var whole = plain().withCustomStaticFile(() -> new ByteArrayInputStream(Json.write(document)))
                    .build()
                    .model();
            api.setPaths(whole.getPaths());
            api.setComponents(whole.getComponents());
            api.setSecurity(whole.getSecurity());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SmallRyeOpenAPI.Builder plain() {
        return SmallRyeOpenAPI.builder()
                .enableModelReader(false)
                .enableStandardStaticFiles(false)
                .enableStandardFilter(false)
                .enableAnnotationScan(false);
    }

    private static JsonNode read(ObjectMapper mapper, String path) throws IOException {
        try (InputStream in = Json.class.getResourceAsStream(path) == null
                ? OpenApiWords.class.getResourceAsStream(path)
                : Json.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("there is no " + path + " on the class path");
            }
            return mapper.readTree(in);
        }
    }
}
