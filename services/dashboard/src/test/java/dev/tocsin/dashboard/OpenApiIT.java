package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.guard.Endpoint;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The document that is served: whole, sound, and with examples that are as it says. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@QuarkusTestResource(FakeNeighbours.class)
class OpenApiIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private JsonNode document;
    private final List<String> missing = new ArrayList<>();

    @BeforeEach
    void read() throws Exception {
        document = Json.mapper()
                .readTree(given().accept("application/json")
                        .get("/q/openapi")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray());
    }

    /** An operation and where it stands. */
    private record Operation(String name, JsonNode said) {}

    private List<Operation> operations() {
        var operations = new ArrayList<Operation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(op -> {
                    if (METHODS.contains(op.getKey())) {
                        operations.add(new Operation(op.getKey().toUpperCase() + " " + path.getKey(), op.getValue()));
                    }
                }));
        return operations;
    }

    @Test
    void hasEachEndpointOfTheApi() throws Exception {
        var declared = new TreeSet<String>();
        Endpoints.table().keySet().stream()
                .filter(e -> e.path().startsWith("/api/"))
                .map(Endpoint::toString)
                .forEach(declared::add);

        assertThat(operations().stream().map(Operation::name)).containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void saysOfEachOperation_itsFormsAndAnExampleOfEach() {
        var ids = new TreeSet<String>();
        for (var operation : operations()) {
            var said = operation.said();
            check(
                    operation,
                    said.hasNonNull("operationId")
                            && ids.add(said.path("operationId").asText()),
                    "operationId");
            check(operation, said.hasNonNull("summary"), "summary");
            said.path("parameters").forEach(p -> check(operation, p.has("schema"), "schema of " + p.path("name")));
            said.path("requestBody").path("content").properties().forEach(c -> formOf(operation, "body", c.getValue()));
            boolean succeeds = false;
            for (var response : said.path("responses").properties()) {
                succeeds |= response.getKey().startsWith("2");
                check(operation, response.getValue().hasNonNull("description"), "description of " + response.getKey());
                if (!Set.of("204", "304").contains(response.getKey())) {
                    var content = response.getValue().path("content");
                    check(operation, !content.isEmpty(), "form of " + response.getKey());
                    content.forEach(c -> formOf(operation, response.getKey(), c));
                }
            }
            check(operation, succeeds, "answer that is no error");
            for (var status : List.of("401", "403", "429", "503")) {
                check(operation, said.path("responses").has(status), status);
            }
        }

        assertThat(missing)
                .as("what src/main/resources/openapi/api.yaml has to say")
                .isEmpty();
    }

    private void formOf(Operation operation, String where, JsonNode content) {
        check(operation, content.path("schema").isObject(), "schema of " + where);
        if (!content.has("example")) {
            missing.add(operation.name() + ": example of " + where);
            return;
        }
        ObjectNode schema = content.path("schema").deepCopy();
        schema.set("components", document.path("components"));
        SCHEMAS.getSchema(schema)
                .validate(content.path("example"))
                .forEach(fault -> missing.add(operation.name() + ": the example of " + where + " is not as its schema: "
                        + fault.getMessage()));
    }

    private void check(Operation operation, boolean holds, String what) {
        if (!holds) {
            missing.add(operation.name() + ": " + what);
        }
    }
}
