package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.dashboard.pages.SearchHit.Part;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The search page.
 *
 * @param total how many fit, in words; null where nobody counted
 * @param older address of the next page; null at the end
 * @param incomplete why articles may be missing; null where none are
 * @param trouble what is wrong; null where nothing is
 * @param spot the search with the wrong spot marked; empty where that is not known
 */
public record SearchView(
        SearchForm form,
        List<SearchHit> hits,
        @Nullable String total,
        List<Chosen> chosen,
        List<Facet> facets,
        List<Saved> saved,
        @Nullable String older,
        @Nullable String incomplete,
        @Nullable String trouble,
        List<Part> spot) {
    /** A filter that is set; the address is that of the search without it. */
    public record Chosen(String name, String label, String value, String without) {}

    /** Values that the articles have. */
    public record Facet(String label, List<Value> values) {}

    public record Value(String label, String count, String address) {}

    public record Saved(String name, String address, @Nullable String by) {}

    private static final int MOST_VALUES = 8;

    /** What the archive found. */
    public static SearchView found(SearchForm form, JsonNode list, JsonNode saved, Map<String, String> names) {
        var hits = new ArrayList<SearchHit>();
        list.path("items").forEach(item -> hits.add(SearchHit.of(item, names)));
        var cursor = list.path("nextCursor").textValue();
        return new SearchView(
                form,
                hits,
                total(list.path("total")),
                chosen(form, names),
                facets(form, list.path("facets"), names),
                saved(saved),
                cursor == null ? null : address(form) + "&cursor=" + encoded(cursor),
                list.path("complete").asBoolean(true) ? null : incomplete(list.path("index")),
                null,
                List.of());
    }

    /** What went wrong; with the place of it in the search, where the archive tells. */
    public static SearchView wrong(
            SearchForm form, String trouble, JsonNode position, JsonNode saved, Map<String, String> names) {
        var q = form.get("q");
        List<Part> spot = List.of();
        int start = position.path("start").asInt(-1);
        if (start >= 0 && start <= q.length() && q.length() > 0) {
            int end = Math.clamp(position.path("end").asInt(start), start, q.length());
            spot = List.of(
                    new Part(q.substring(0, start), false),
                    new Part(start == end ? "…" : q.substring(start, end), true),
                    new Part(q.substring(end), false));
        }
        return new SearchView(
                form, List.of(), null, chosen(form, names), List.of(), saved(saved), null, null, trouble, spot);
    }

    /** Where all that was found can be had as a file. */
    public String export(String ending) {
        return "/api/articles." + ending + (form.isEmpty() ? "" : "?" + form.archiveQuery());
    }

    public boolean best() {
        return form.isBest();
    }

    /** The same search in the other order. */
    public String otherOrder() {
        return address(form.with("sort", best() ? "" : "best"));
    }

    private static @Nullable String total(JsonNode total) {
        if (!total.has("value")) {
            return null;
        }
        long value = total.path("value").asLong();
        var number = String.format(Locale.ENGLISH, "%,d", value);
        var articles = value == 1 ? " article" : " articles";
        return (total.path("relation").asText().equals("gte") ? "More than " : "") + number + articles;
    }

    private static List<Chosen> chosen(SearchForm form, Map<String, String> names) {
        var chosen = new ArrayList<Chosen>();
        for (var name : SearchForm.FILTERS) {
            var value = form.get(name);
            if (!value.isEmpty()) {
                chosen.add(new Chosen(name, label(name), shown(name, value, names), address(form.with(name, ""))));
            }
        }
        return chosen;
    }

    private static List<Facet> facets(SearchForm form, JsonNode facets, Map<String, String> names) {
        var shown = new ArrayList<Facet>();
        for (var name : List.of("topic", "language", "source", "country")) {
            var values = new ArrayList<Value>();
            for (var count : facets.path(name)) {
                var value = count.path("value").asText();
                // what is chosen already would choose nothing
                if (values.size() < MOST_VALUES && !value.equalsIgnoreCase(form.get(name))) {
                    values.add(new Value(
                            shown(name, value, names),
                            String.format(Locale.ENGLISH, "%,d", count.path("articles").asLong()),
                            address(form.with(name, value))));
                }
            }
            if (!values.isEmpty()) {
                shown.add(new Facet(label(name), values));
            }
        }
        return shown;
    }

    private static List<Saved> saved(JsonNode searches) {
        var saved = new ArrayList<Saved>();
        for (var search : searches.path("items")) {
            saved.add(new Saved(
                    search.path("name").asText(),
                    "/articles?" + search.path("query").asText(),
                    search.path("by").textValue()));
        }
        return saved;
    }

    private static String incomplete(JsonNode index) {
        long of = index.path("of").asLong();
        return switch (index.path("state").asText()) {
            case "BUILDING" ->
                String.format(
                        Locale.ENGLISH,
                        "The search is being built: %,d of %,d articles so far. Others are not found yet.",
                        index.path("read").asLong(),
                        of);
            case "CATCHING_UP" -> "The search is catching up; the latest articles are not found yet.";
            default -> "The search takes nothing new in: " + index.path("reason").asText("it says not why") + ".";
        };
    }

    private static String label(String name) {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static String shown(String name, String value, Map<String, String> names) {
        return switch (name) {
            case "topic" -> names.getOrDefault(value, value);
            case "language" -> Spell.language(value);
            case "country" -> country(value);
            default -> value;
        };
    }

    private static String country(String code) {
        var name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
        return name.isEmpty() ? code : name;
    }

    private static String address(SearchForm form) {
        return "/articles?" + form.query();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
