package dev.tocsin.local.replay;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.tocsin.contracts.Source;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The YAML forms of a scenario's files, as people write them. */
final class ScenarioFile {
    private ScenarioFile() {}

    private static void required(String key, @Nullable Object value) {
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
    }

    /** {@code scenario.yaml}. */
    record Head(String title, List<Publisher> sources) {
        Head {
            required("title", title);
            required("sources", sources);
        }
    }

    /**
     * Who publishes in the scenario.
     *
     * @param host of its pages; must end in {@code .example} or {@code .invalid} (RFC 2606), because sources are invented
     * @param family the group of publishers that it belongs to
     */
    record Publisher(String id, String name, String host, String country, String reliability, @Nullable String family) {
        Publisher {
            required("id", id);
            required("name", name);
            required("host", host);
        }

        Source source() {
            return new Source(id, name, country, reliability);
        }
    }

    /**
     * One article, in a file below {@code articles}.
     *
     * @param at when it was published
     * @param seen how long after that a feed brought it, such as {@code 4m} or {@code 26h}
     * @param dated what it says of its own date where that is not {@code at}: {@code unknown}, or a wrong one
     * @param credit the agency in its credit line
     * @param edits later texts under the same address
     * @param gone how long after {@code at} its page was found gone
     * @param gold what a reader says of it: what must come out
     */
    record Article(
            String id,
            String source,
            String language,
            OffsetDateTime at,
            @Nullable String seen,
            @Nullable String dated,
            @Nullable String credit,
            @Nullable String title,
            @Nullable String text,
            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable List<Edit> edits,
            @Nullable String gone,
            @Nullable Gold gold) {
        Article {
            required("id", id);
            required("source", source);
            required("language", language);
            required("at", at);
        }
    }

    /** A later text of an article; what is not said stays as it was. */
    record Edit(String after, @Nullable String title, @Nullable String text) {
        Edit {
            required("after", after);
        }
    }

    /**
     * What a reader says of an article.
     *
     * @param story the event it tells of; null for none of ours
     * @param origin id of the article that it copies or translates
     * @param topics ids of the topics it belongs to
     */
    record Gold(@Nullable String story, @Nullable String origin, List<String> topics) {}
}
