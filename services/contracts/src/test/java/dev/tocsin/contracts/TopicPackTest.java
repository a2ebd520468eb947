package dev.tocsin.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicPackTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/id               | 'Protests!'  | 'id' is Protests!",
                "/id               | ''           | 'id' is ",
                "/version          | 0            | 'version' is 0",
                "/name/en          |              | 'name.en' is missing",
                "/threshold        | 0            | 'threshold' is 0.0",
                "/threshold        | 1.1          | 'threshold' is 1.1",
                "/titleBoost       | 0.5          | 'titleBoost' is 0.5",
                "/signals          | []           | 'signals' is empty",
                "/signals/0/id     | ''           | 'signals.id' is missing",
                "/signals/0/weight | 0            | 'signals.march.weight' is 0.0",
                "/signals/0/weight | 2            | 'signals.march.weight' is 2.0",
                "/signals/0/terms  | {}           | 'signals.march.terms' is empty",
                "/examples/match/0/title |        | neither 'title' nor 'text'",
                "/examples/match/0/language | ''  | 'examples.language' is missing",
            })
    void saysWhichKeyIsWrong(String pointer, String value, String reason) throws Exception {
        var pack = with(pointer, value);

        assertThatThrownBy(() -> Json.read(pack, TopicPack.class))
                .isInstanceOf(UnreadableMessageException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void mayLeaveOutWhatHasADefault() throws Exception {
        var pack = Json.read(
                """
                {"id": "a", "version": 1, "name": {"en": "A"}, "threshold": 0.5, "titleBoost": 1,
                 "signals": [{"id": "s", "weight": 1, "terms": {"en": ["x"]}}]}"""
                        .getBytes(UTF_8),
                TopicPack.class);

        assertThat(pack.requires()).isEmpty();
        assertThat(pack.mediaTopics()).isEmpty();
        assertThat(pack.examples()).isEqualTo(new TopicPack.Examples(null, null));
        assertThat(SchemaFiles.complaints(Channel.TOPICS, Json.mapper().valueToTree(pack)))
                .isEmpty();
    }

    @Test
    void cannotBeChanged_afterItWasRead() throws Exception {
        var pack = Json.read(Golden.plain(Channel.TOPICS).bytes(), TopicPack.class);
        var terms = pack.signals().getFirst().terms();

        assertThatThrownBy(() -> terms.get("it").add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> pack.requires().getFirst().add("x")).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> pack.signals().addAll(new ArrayList<>(pack.signals())))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    /** The golden pack with one value changed, or taken out where there is none. */
    private static byte[] with(String pointer, String value) throws Exception {
        JsonNode pack = Golden.plain(Channel.TOPICS).tree();
        int slash = pointer.lastIndexOf('/');
        var holder = (ObjectNode) pack.at(pointer.substring(0, slash));
        if (value == null) {
            holder.remove(pointer.substring(slash + 1));
        } else {
            holder.set(pointer.substring(slash + 1), node(value));
        }
        return Json.write(pack);
    }

    private static JsonNode node(String value) throws Exception {
        boolean json = value.matches("[-0-9.]+|\\[.*|\\{.*");
        return Json.mapper().readTree(json ? value : "\"" + value + "\"");
    }
}
