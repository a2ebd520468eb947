package dev.tocsin.classify.learn;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tocsin.contracts.TopicPack;
import java.io.UncheckedIOException;

/** Writes a pack as the file that a desk would keep. Comments of the file it came from are not known here. */
public final class PackYaml {
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            // maps of a pack keep no order
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
            .build();

    private PackYaml() {}

    /** All that the pack says; of maps, which keep no order, by the alphabet. */
    public static String write(TopicPack pack) {
        try {
            return YAML.writeValueAsString(pack);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
