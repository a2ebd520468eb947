package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A topic as its pages show it.
 *
 * @param note how this version came about
 * @param languages with terms of their own
 * @param articles that belong to it; null while the archive does not say
 * @param relevant stories that were judged relevant
 * @param irrelevant stories that were judged irrelevant
 */
public record TopicView(
        String id,
        String name,
        @Nullable String description,
        @Nullable String note,
        int version,
        String threshold,
        List<Language> languages,
        List<Signal> signals,
        @Nullable Long articles,
        long relevant,
        long irrelevant) {
    /** A language chip. */
    public record Language(String tag, String name) {}

    /**
     * A signal of the pack.
     *
     * @param what it fires on, in words
     */
    public record Signal(String id, String weight, String what) {}

    /**
     * Of a pack as the API gives it.
     *
     * @param counts what {@code GET /api/status/topics} says, or nothing
     */
    public static TopicView of(JsonNode pack, JsonNode counts) {
        var id = pack.path("id").asText();
        var count = pick(counts, id);
        var tags = new TreeSet<String>();
        var signals = new ArrayList<Signal>();
        for (var signal : pack.path("signals")) {
            signal.path("terms").fieldNames().forEachRemaining(tags::add);
            signals.add(new Signal(signal.path("id").asText(), number(signal.path("weight")), what(signal)));
        }
        tags.remove(TopicPack.ALL_LANGUAGES);
        return new TopicView(
                id,
                pack.path("name").path("en").asText(id),
                pack.path("description").textValue(),
                pack.path("note").textValue(),
                pack.path("version").asInt(),
                number(pack.path("threshold")),
                tags.stream().map(t -> new Language(t, Spell.language(t))).toList(),
                signals,
                count.has("articles") ? count.get("articles").longValue() : null,
                count.path("relevant").asLong(),
                count.path("irrelevant").asLong());
    }

    /** Whether anybody judged a story of it. */
    public boolean isJudged() {
        return relevant + irrelevant > 0;
    }

    private static JsonNode pick(JsonNode counts, String id) {
        for (var item : counts.path("items")) {
            if (item.path("topic").asText().equals(id)) {
                return item;
            }
        }
        return counts.path("nowhere");
    }

    private static String what(JsonNode signal) {
        var parts = new ArrayList<String>();
        int terms = 0;
        for (var list : signal.path("terms")) {
            terms += list.size();
        }
        if (terms > 0) {
            int languages = signal.path("terms").size();
            parts.add(terms
                    + (terms == 1 ? " term" : " terms")
                    + (languages > 1 ? " in " + languages + " languages" : ""));
        }
        if (signal.path("near").isObject()) {
            var of = new ArrayList<String>();
            signal.at("/near/of").forEach(name -> of.add(name.asText()));
            parts.add(String.join(" + ", of) + " within "
                    + signal.at("/near/words").asInt() + " words");
        }
        return String.join(", or ", parts);
    }

    private static String number(JsonNode number) {
        return String.format(Locale.ROOT, "%.2f", number.asDouble()).replace('-', '\u2212');
    }
}
