package dev.tocsin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.SchemaFiles.Located;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
    @ParameterizedTest
    @EnumSource
    void saysOfEachMessageWhatItsRecordSays(Channel channel) {
        var name = SchemaFiles.nameOf(channel);
        assertThat(SchemaDifferences.between(channel.message(), new Located(name, SchemaFiles.read(name))))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void isASchemaOf2020_12(String name) {
        assertThat(SchemaFiles.read(name).path("$schema").asText())
                .isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(SchemaFiles.metaComplaints(name)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void explainsEveryField(String name) {
        var unexplained = new ArrayList<String>();
        for (var holder : SchemaFiles.read(name).findValues("properties")) {
            holder.properties().stream()
                    .filter(p ->
                            !SchemaFiles.follow(name, p.getValue()).schema().has("description"))
                    .forEach(p -> unexplained.add(p.getKey()));
        }
        assertThat(unexplained).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("files")
    void leavesRoomForFieldsFromTheFuture(String name) {
        var schema = SchemaFiles.read(name);
        assertThat(schema.findValues("additionalProperties")).allMatch(JsonNode::isObject);
        assertThat(schema.findValues("unevaluatedProperties")).isEmpty();
    }

    static Stream<String> files() {
        return Stream.concat(
                Stream.of(SchemaFiles.COMMON), Arrays.stream(Channel.values()).map(SchemaFiles::nameOf));
    }

    /** The comparison itself must fail where a record and a schema part. */
    @Nested
    class TheComparison {
        enum Colour {
            RED,
            BLUE
        }

        record Inner(int count) {}

        record Sample(
                String name, @Nullable String note, Colour colour, List<Inner> inner, Map<String, Double> shares) {}

        private static final String SAME =
                """
                {"type": "object", "required": ["name", "colour", "inner", "shares"], "properties": {
                  "name": {"type": "string"},
                  "note": {"type": ["string", "null"]},
                  "colour": {"type": "string", "enum": ["RED", "BLUE"]},
                  "inner": {"type": "array", "items": {"type": "object", "required": ["count"],
                    "properties": {"count": {"type": "integer"}}}},
                  "shares": {"type": "object", "additionalProperties": {"type": "number"}}}}""";

        @Test
        void findsNothing_whenTheyAgree() throws Exception {
            assertThat(differences(SAME)).isEmpty();
        }

        @Test
        void tellsAFieldThatTheSchemaLacks() throws Exception {
            assertThat(differences(SAME.replace("\"note\"", "\"remark\"")))
                    .singleElement()
                    .asString()
                    .startsWith("$: fields");
        }

        @Test
        void tellsATypeThatDiffers_deepInside() throws Exception {
            assertThat(differences(SAME.replace("\"integer\"", "\"number\"")))
                    .containsExactly("$.inner[].count: type integer in the record, number in the schema");
            assertThat(differences(SAME.replace("{\"type\": \"number\"}", "{\"type\": \"string\"}")))
                    .containsExactly("$.shares{}: type number in the record, string in the schema");
        }

        @Test
        void tellsNullabilityThatDiffers() throws Exception {
            assertThat(differences(SAME.replace("[\"string\", \"null\"]", "\"string\"")))
                    .containsExactly("$.note: nullable true in the record, false in the schema");
        }

        @Test
        void tellsAnEnumValueThatIsMissing() throws Exception {
            assertThat(differences(SAME.replace(", \"BLUE\"", "")))
                    .containsExactly("$.colour: enum [BLUE, RED] in the record, [RED] in the schema");
        }

        @Test
        void tellsAFieldThatShouldBeRequired() throws Exception {
            assertThat(differences(SAME.replace("\"name\", \"colour\"", "\"colour\"")))
                    .singleElement()
                    .asString()
                    .startsWith("$: required");
        }

        private static List<String> differences(String schema) throws Exception {
            return SchemaDifferences.between(
                    Sample.class, new Located("inline", Json.mapper().readTree(schema)));
        }
    }
}
