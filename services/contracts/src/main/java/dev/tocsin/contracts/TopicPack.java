package dev.tocsin.contracts;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The definition of a topic: data, written in YAML by any desk, carried as JSON on the channel.
 *
 * @param id lower case letters, digits and hyphens
 * @param version grows with each change
 * @param name of the topic, by BCP 47 tag; {@code en} at least
 * @param mediaTopics IPTC Media Topic codes, such as {@code medtop:20000587}
 * @param threshold the least score, above 0 and up to 1, for an article to belong
 * @param titleBoost factor on a signal's weight when it fires in the title, 1 or more
 * @param requires groups of signal ids: of each group one signal at least must fire
 */
public record TopicPack(
        String id,
        int version,
        Map<String, String> name,
        @Nullable String description,
        List<String> mediaTopics,
        double threshold,
        double titleBoost,
        List<Signal> signals,
        List<List<String>> requires,
        Examples examples) {
    /** The language key of terms that hold in every language: names and codes. ISO 639-2 for "multiple languages". */
    public static final String ALL_LANGUAGES = "mul";

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public TopicPack {
        if (id == null || !ID.matcher(id).matches()) {
            throw new IllegalArgumentException("'id' is " + id + ", expected lower case letters, digits and hyphens");
        }
        Checks.atLeast(1, version, "version");
        name = name == null ? Map.of() : Map.copyOf(name);
        if (!name.containsKey("en")) {
            throw new IllegalArgumentException("'name.en' is missing");
        }
        mediaTopics = Checks.list(mediaTopics);
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("'threshold' is " + threshold + ", expected above 0 and up to 1");
        }
        if (!(titleBoost >= 1 && titleBoost <= 10)) {
            throw new IllegalArgumentException("'titleBoost' is " + titleBoost + ", expected 1 to 10");
        }
        signals = Checks.list(signals);
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("'signals' is empty: nothing could ever match");
        }
        requires = requires == null
                ? List.of()
                : requires.stream().map(List::copyOf).toList();
        examples = examples == null ? new Examples(List.of(), List.of()) : examples;
    }

    public TopicPack withVersion(int other) {
        return new TopicPack(
                id, other, name, description, mediaTopics, threshold, titleBoost, signals, requires, examples);
    }

    /**
     * Something in a text that speaks for the topic, or against it.
     *
     * @param weight -1 to 1; positive weights combine as independent chances, negative ones take their share away
     * @param terms by BCP 47 tag, or {@code mul}, in Lucene's query language
     */
    public record Signal(String id, double weight, Map<String, List<String>> terms) {
        public Signal {
            Checks.required(id, "signals.id");
            if (!(weight >= -1 && weight <= 1) || weight == 0) {
                throw new IllegalArgumentException(
                        "'signals." + id + ".weight' is " + weight + ", expected -1 to 1, not 0");
            }
            if (terms == null || terms.isEmpty()) {
                throw new IllegalArgumentException("'signals." + id + ".terms' is empty");
            }
            terms = terms.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Checks.list(e.getValue())));
        }
    }

    /** The pack's own tests. */
    public record Examples(List<Example> match, List<Example> reject) {
        public Examples {
            match = Checks.list(match);
            reject = Checks.list(reject);
        }
    }

    /** A short text that must, or must not, belong to the topic. */
    public record Example(String language, @Nullable String title, @Nullable String text) {
        public Example {
            Checks.required(language, "examples.language");
            if ((title == null || title.isBlank()) && (text == null || text.isBlank())) {
                throw new IllegalArgumentException("an example has neither 'title' nor 'text'");
            }
        }
    }
}
