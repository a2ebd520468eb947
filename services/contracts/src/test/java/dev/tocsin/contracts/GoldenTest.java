package dev.tocsin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;

class GoldenTest {
    static final List<Golden> SAMPLES = Golden.all();

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void isValidByItsSchema(Golden sample) {
        assertThat(SchemaFiles.complaints(sample.channel(), sample.tree())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SAMPLES")
    void isWrittenAsItWasRead(Golden sample) throws Exception {
        var message = Json.read(sample.bytes(), sample.channel().message());
        var expected = sample.fromTheFuture() ? Golden.plain(sample.channel()) : sample;

        assertThat(Json.mapper().readTree(Json.write(message))).isEqualTo(withLaterFields(expected));
    }

    @ParameterizedTest
    @EnumSource
    void thereIsASampleOfEachMessage(Channel channel) {
        assertThat(Golden.plain(channel).file()).exists();
    }

    @Test
    void thereIsOneFromTheFuture_ofEachMessageThatWrapsAnotherOrThatOthersRead() {
        assertThat(SAMPLES.stream().filter(Golden::fromTheFuture).map(Golden::channel))
                .containsExactlyInAnyOrder(
                        Channel.ARTICLES_FETCHED,
                        Channel.ARTICLES_DETECTED,
                        Channel.ARTICLES_CLASSIFIED,
                        Channel.STORIES,
                        Channel.ALERTS);
    }

    @ParameterizedTest
    @EnumSource
    void isReadTheSame_withUnknownFieldsInEveryObject(Channel channel) throws Exception {
        var sample = Golden.plain(channel);
        var future = sample.tree();
        plant(future, channel == Channel.TOPICS ? List.of("name", "terms") : List.of());

        assertThat(SchemaFiles.complaints(channel, future)).isEmpty();
        assertThat(Json.read(Json.write(future), channel.message()))
                .isEqualTo(Json.read(sample.bytes(), channel.message()));
    }

    @Test
    void readsAnEarlierStage_outOfALaterOne() throws Exception {
        var classified = Golden.plain(Channel.ARTICLES_CLASSIFIED).bytes();

        assertThat(Json.read(classified, FetchedArticle.class))
                .isEqualTo(Json.read(Golden.plain(Channel.ARTICLES_FETCHED).bytes(), FetchedArticle.class));
        assertThat(Json.read(classified, DetectedArticle.class))
                .isEqualTo(Json.read(Golden.plain(Channel.ARTICLES_DETECTED).bytes(), DetectedArticle.class));
    }

    @Test
    void pointsAtTheWordsItNames() throws Exception {
        var article = Json.read(Golden.plain(Channel.ARTICLES_CLASSIFIED).bytes(), ClassifiedArticle.class);

        assertThat(article.claims()).isNotEmpty().allSatisfy(c -> assertThat(
                        article.fetched().text().substring(c.start(), c.end()))
                .isEqualTo(c.quote()));
    }

    /** A sample with the defaults of the fields that came after it, at any depth: they are what it is read to say. */
    private static JsonNode withLaterFields(Golden sample) {
        var tree = sample.tree();
        for (var type = sample.channel().message(); type != null; type = wrapped(type)) {
            var name = SchemaFiles.nameOf(channel(type));
            fill(tree, new SchemaFiles.Located(name, SchemaFiles.read(name)));
        }
        return tree;
    }

    private static void fill(JsonNode node, SchemaFiles.Located schema) {
        if (node instanceof ArrayNode array) {
            var items = SchemaFiles.follow(schema.file(), schema.schema().path("items"));
            array.forEach(item -> fill(item, items));
        }
        if (node instanceof ObjectNode object) {
            for (var property : schema.schema().path("properties").properties()) {
                var type = SchemaFiles.follow(schema.file(), property.getValue());
                if (!object.has(property.getKey()) && type.schema().has("default")) {
                    object.set(property.getKey(), type.schema().get("default"));
                } else {
                    fill(object.path(property.getKey()), type);
                }
            }
        }
    }

    private static @Nullable Class<? extends Record> wrapped(Class<? extends Record> type) {
        return Arrays.stream(type.getRecordComponents())
                .filter(c -> c.getAccessor().isAnnotationPresent(JsonUnwrapped.class))
                .<Class<? extends Record>>map(c -> c.getType().asSubclass(Record.class))
                .findFirst()
                .orElse(null);
    }

    private static Channel channel(Class<? extends Record> message) {
        return Arrays.stream(Channel.values())
                .filter(c -> c.message() == message)
                .findFirst()
                .orElseThrow();
    }

    /** @param maps fields whose names are data, where an unknown one would be an entry */
    private static void plant(JsonNode node, List<String> maps) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(p -> !maps.contains(p.getKey()))
                    .forEach(p -> plant(p.getValue(), maps));
            object.putObject("fromTheFuture").putArray("nested").add(1).addNull();
        } else if (node instanceof ArrayNode array) {
            array.forEach(item -> plant(item, maps));
        }
    }
}
