package dev.tocsin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AsyncApiTest {
    private static final JsonNode API = api();

    @Test
    void isAsyncApi3() {
        assertThat(API.path("asyncapi").asText()).isEqualTo("3.0.0");
    }

    @Test
    void listsTheChannelsOfTheCatalogueAndNoOthers() {
        assertThat(addresses())
                .isEqualTo(Arrays.stream(Channel.values())
                        .map(c -> c.kafkaTopic("{prefix}"))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void followsEveryReferenceToSomethingThatIsThere() {
        assertThat(API.findValues("$ref")).hasSizeGreaterThan(30).allSatisfy(reference -> {
            var target = reference.asText();
            if (target.startsWith("#")) {
                assertThat(API.at(target.substring(1)).isObject()).as(target).isTrue();
            } else {
                assertThat(SchemaFiles.read(target).isObject()).as(target).isTrue();
            }
        });
    }

    @Test
    void letsOtherSystemsReceiveOnly() {
        assertThat(API.path("operations").findValuesAsText("action")).containsOnly("receive");
    }

    @ParameterizedTest
    @EnumSource
    void describesEachChannelAsTheCatalogueDoes(Channel channel) {
        var described = channel(channel);
        assertThat(described.path("title").asText()).isEqualTo(channel.slug());
        assertThat(described.at("/bindings/kafka/topicConfiguration/cleanup.policy"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(
                        switch (channel.retention()) {
                            case TIME -> List.of("delete");
                            case LATEST -> List.of("compact");
                            case ERASABLE -> List.of("compact", "delete");
                        });
        assertThat(follow(described.at("/parameters/prefix")).path("default").asText())
                .isEqualTo(Channel.DEFAULT_PREFIX);

        var message = message(channel);
        assertThat(message.path("name").asText()).isEqualTo(channel.eventType());
        assertThat(message.path("contentType").asText()).isEqualTo(CloudEvent.CONTENT_TYPE);
        assertThat(message.at("/payload/schema/$ref").asText()).isEqualTo(SchemaFiles.nameOf(channel));
        assertThat(message.at("/headers/allOf/1/properties/ce_type/const").asText())
                .isEqualTo(channel.eventType());
        assertThat(message.at("/bindings/kafka/key/description").asText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource
    void hasOneOperationForEachChannel(Channel channel) {
        var name = nameOf(channel);
        assertThat(API.path("operations").findValues("channel").stream()
                        .filter(o -> o.path("$ref").asText().equals("#/channels/" + name)))
                .hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void describesTheHeadersThatAreWritten(Channel channel) {
        var written = CloudEvent.of(channel, "alerts", "s1", 2, Instant.EPOCH, TraceParent.start())
                .headers();
        var described = follow(message(channel).at("/headers/allOf/0"));

        assertThat(words(described.path("required"))).isEqualTo(new TreeSet<>(written.keySet()));
        described.path("properties").properties().forEach(header -> {
            var value = written.get(header.getKey());
            assertThat(value).as(header.getKey()).isNotNull();
            assertThat(value)
                    .as(header.getKey())
                    .matches(header.getValue().path("pattern").asText(".+"))
                    .isEqualTo(header.getValue().path("const").asText(value));
        });
    }

    private static JsonNode message(Channel channel) {
        var messages = channel(channel).path("messages");
        assertThat(messages).hasSize(1);
        return follow(messages.iterator().next());
    }

    private static JsonNode channel(Channel channel) {
        return API.path("channels").path(nameOf(channel));
    }

    private static String nameOf(Channel channel) {
        return API.path("channels").properties().stream()
                .filter(c -> c.getValue().path("address").asText().equals(channel.kafkaTopic("{prefix}")))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static Set<String> addresses() {
        return new TreeSet<>(API.path("channels").findValuesAsText("address"));
    }

    private static JsonNode follow(JsonNode reference) {
        return API.at(reference.path("$ref").asText().substring(1));
    }

    private static Set<String> words(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static JsonNode api() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(SchemaFiles.text("asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
