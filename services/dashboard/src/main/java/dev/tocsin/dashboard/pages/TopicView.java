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
     * @param terms that fire it; 0 for none of its own
     * @param languages of its terms
     * @param near the signals that fire it where they stand together; empty for none
     * @param words within which they do
     */
    public record Signal(String id, String weight, int terms, int languages, String near, int words) {}

    /**
     * Of a pack as the API gives it.
     *
     * @param counts what {@code GET /api/status/topics} says, or nothing
     * @param reader in whose language it is told
     */
    public static TopicView of(JsonNode pack, JsonNode counts, Locale reader) {
        var id = pack.path("id").asText();
        var count = pick(counts, id);
        var tags = new TreeSet<String>();
        var signals = new ArrayList<Signal>();
        for (var signal : pack.path("signals")) {
            signal.path("terms").fieldNames().forEachRemaining(tags::add);
            signals.add(signal(signal));
        }
        tags.remove(TopicPack.ALL_LANGUAGES);
        return new TopicView(
                id,
                name(pack, reader),
                pack.path("description").textValue(),
                pack.path("note").textValue(),
                pack.path("version").asInt(),
                number(pack.path("threshold")),
                tags.stream()
                        .map(t -> new Language(t, Spell.language(t, reader)))
                        .toList(),
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

    /** What a topic is called in a language; in English, else by its id, where its pack does not say. */
    public static String name(JsonNode pack, Locale reader) {
        var names = pack.path("name");
        return names.path(reader.getLanguage())
                .asText(names.path("en").asText(pack.path("id").asText()));
    }

    private static Signal signal(JsonNode signal) {
        int terms = 0;
        for (var list : signal.path("terms")) {
            terms += list.size();
        }
        var of = new ArrayList<String>();
        signal.at("/near/of").forEach(name -> of.add(name.asText()));
        return new Signal(
                signal.path("id").asText(),
                number(signal.path("weight")),
                terms,
                signal.path("terms").size(),
                String.join(" + ", of),
                signal.at("/near/words").asInt());
    }

    private static String number(JsonNode number) {
        return String.format(Locale.ROOT, "%.2f", number.asDouble()).replace('-', '\u2212');
    }
}
