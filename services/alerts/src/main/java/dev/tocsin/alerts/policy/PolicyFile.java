package dev.tocsin.alerts.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** Reads the alert policy from its YAML, strictly: what is not understood is a mistake, never ignored. */
public final class PolicyFile {
    private static final long MAX_BYTES = 1 << 20;
    private static final String BUILT_IN = "alert-policy.yaml";

    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PolicyFile() {}

    /**
     * The policy of a desk; what the file does not say is as in the built-in one.
     *
     * @throws InvalidPolicyException for the first mistake, with file, line, key and reason
     */
    public static AlertRules read(Path file) throws InvalidPolicyException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new InvalidPolicyException(file + ": is larger than 1 MB");
            }
            return read(file.toString(), Files.readString(file), AlertRules.DEFAULTS.common());
        } catch (MalformedInputException e) {
            throw new InvalidPolicyException(file + ": is not UTF-8: save it as UTF-8");
        } catch (IOException e) {
            throw new InvalidPolicyException(file + ": cannot be read: " + e.getMessage());
        }
    }

    static AlertRules read(String file, String text, TopicRules base) throws InvalidPolicyException {
        try {
            var tree = YAML.readTree(text);
            var root = PolicyKey.root(file, tree, PolicyLines.of(YAML.getFactory(), text));
            var common = PolicyReader.rules(root, base, "topics");
            Map<String, TopicRules> topics = new HashMap<>();
            for (var topic : root.entries("topics")) {
                topics.put(topic.name(), PolicyReader.rules(topic, common));
            }
            return new AlertRules(common, Map.copyOf(topics));
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? "" : " line " + e.getLocation().getLineNr();
            var reason = String.valueOf(e.getOriginalMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
            throw new InvalidPolicyException(file + line + ": is not YAML: " + reason);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The policy that holds where there is no file. */
    static AlertRules builtIn() {
        try (var in = Objects.requireNonNull(PolicyFile.class.getResourceAsStream(BUILT_IN), BUILT_IN)) {
            return read(BUILT_IN, new String(in.readAllBytes(), UTF_8), PolicyReader.NOTHING);
        } catch (IOException | InvalidPolicyException e) {
            throw new IllegalStateException("the built-in policy is wrong", e);
        }
    }
}
