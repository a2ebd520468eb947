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
 * @param note how this version came about, for people
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
        Examples examples,
        @Nullable String note) {
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

    /** A pack of which nobody says how it came about. */
    public TopicPack(
            String id,
            int version,
            Map<String, String> name,
            @Nullable String description,
            List<String> mediaTopics,
            double threshold,
            double titleBoost,
            List<Signal> signals,
            List<List<String>> requires,
            @Nullable Examples examples) {
        this(id, version, name, description, mediaTopics, threshold, titleBoost, signals, requires, examples, null);
    }

    public TopicPack withVersion(int other) {
        return new TopicPack(
                id, other, name, description, mediaTopics, threshold, titleBoost, signals, requires, examples, note);
    }

    /**
     * Something in a text that speaks for the topic, or against it. It fires on its terms, or where others stand near
     * each other, or on either.
     *
     * @param weight -1 to 1; positive weights combine as independent chances, negative ones take their share away
     * @param terms by BCP 47 tag, or {@code mul}, in Lucene's query language; may be empty where there is {@code near}
     * @param near other signals that together are this one
     */
    public record Signal(String id, double weight, Map<String, List<String>> terms, @Nullable Near near) {
        public Signal {
            Checks.required(id, "signals.id");
            if (!(weight >= -1 && weight <= 1) || weight == 0) {
                throw new IllegalArgumentException(
                        "'signals." + id + ".weight' is " + weight + ", expected -1 to 1, not 0");
            }
            terms = terms == null ? Map.of() : terms;
            if (terms.isEmpty() && near == null) {
                throw new IllegalArgumentException("'signals." + id + ".terms' is empty");
            }
            terms = terms.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Checks.list(e.getValue())));
        }

        /** A signal that fires on its terms alone. */
        public Signal(String id, double weight, Map<String, List<String>> terms) {
            this(id, weight, terms, null);
        }
    }

    /**
     * Signals of which one match each stands near the others, in one field, in any order.
     *
     * @param of ids of two signals or more, which fire on terms
     * @param words the most words that stand between them, in all; 0 to 100
     */
    public record Near(List<String> of, int words) {
        public Near {
            of = Checks.names(of, "near.of");
            if (of.size() < 2) {
                throw new IllegalArgumentException("'near.of' names fewer than two signals");
            }
            if (words < 0 || words > 100) {
                throw new IllegalArgumentException("'near.words' is " + words + ", expected 0 to 100");
            }
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
