package dev.tocsin.dashboard.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search page. Its words are the template's; here are the values.
 *
 * @param total how many fit; null where nobody counted
 * @param spans of time to look at
 * @param older address of the next page; null at the end
 * @param missing why articles may be missing; null where none are
 * @param trouble what is wrong; null where nothing is
 */
public record SearchView(
        SearchForm form,
        List<SearchHit> hits,
        @Nullable Total total,
        List<Chosen> chosen,
        List<Facet> facets,
        List<Span> spans,
        List<Saved> saved,
        @Nullable String older,
        @Nullable Missing missing,
        @Nullable SearchTrouble trouble) {
    /** Who looks, at what. */
    public record Context(Locale reader, LocalDate today, Map<String, String> topics, JsonNode saved) {}

    public record Total(long value, boolean atLeast) {}

    /** A filter that is set; the address is that of the search without it. */
    public record Chosen(String name, String value, String without) {}

    /** Values that the articles have. */
    public record Facet(String name, List<Value> values) {}

    public record Value(String label, String count, String address) {}

    /** The last days, of which today is one. */
    public record Span(int days, String address, boolean current) {}

    public record Saved(String name, String address, String by, boolean current) {}

    /** The archive's index, which has not got everything: how it is, how far, and the reason where it stands still. */
    public record Missing(String state, long read, long of, String reason) {}

    private static final int MOST_VALUES = 8;
    private static final List<Integer> SPANS = List.of(1, 7, 30);
    /** Whatever means more than itself in a search. */
    private static final Pattern NO_PLAIN_WORD = Pattern.compile("AND|OR|NOT|[-+].*|.*[\"“”„«»():*].*");

    /** What the archive found. */
    public static SearchView found(SearchForm form, JsonNode list, Context context) {
        var hits = new ArrayList<SearchHit>();
        list.path("items").forEach(item -> hits.add(SearchHit.of(item, context.topics(), context.reader())));
        var cursor = list.path("nextCursor").textValue();
        var total = list.path("total");
        return new SearchView(
                form,
                hits,
                total.has("value")
                        ? new Total(
                                total.path("value").asLong(),
                                total.path("relation").asText().equals("gte"))
                        : null,
                chosen(form, context),
                facets(form, list.path("facets"), context),
                spans(form, context.today()),
                saved(form, context.saved()),
                cursor == null ? null : form.with("cursor", cursor).address(),
                list.path("complete").asBoolean(true) ? null : missing(list.path("index")),
                null);
    }

    /** What went wrong; {@code problem} is the archive's answer, and is missing where it gave none. */
    public static SearchView wrong(SearchForm form, String detail, JsonNode problem, Context context) {
        return new SearchView(
                form,
                List.of(),
                null,
                chosen(form, context),
                facets(form, MissingNode.getInstance(), context),
                spans(form, context.today()),
                saved(form, context.saved()),
                null,
                null,
                SearchTrouble.of(form.get("q"), detail, problem));
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
        return form.with("sort", best() ? "" : "best").address();
    }

    /** The search for any of the words where it was for all; null where it is not just words. */
    public @Nullable String anyWord() {
        var words = form.get("q").split("\\s+");
        boolean plain = words.length > 1
                && Stream.of(words).noneMatch(w -> NO_PLAIN_WORD.matcher(w).matches());
        return plain ? form.with("q", String.join(" OR ", words)).address() : null;
    }

    private static List<Chosen> chosen(SearchForm form, Context context) {
        return SearchForm.FILTERS.stream()
                .filter(name -> !form.get(name).isEmpty())
                .map(name -> new Chosen(
                        name,
                        shown(name, form.get(name), context),
                        form.with(name, "").address()))
                .toList();
    }

    private static List<Facet> facets(SearchForm form, JsonNode facets, Context context) {
        var numbers = NumberFormat.getIntegerInstance(context.reader());
        var shown = new ArrayList<Facet>();
        for (var name : List.of("topic", "language", "country", "source")) {
            var values = new ArrayList<Value>();
            for (var count : facets.path(name)) {
                var value = count.path("value").asText();
                // what is chosen already would choose nothing
                if (values.size() < MOST_VALUES && !value.equalsIgnoreCase(form.get(name))) {
                    values.add(new Value(
                            shown(name, value, context),
                            numbers.format(count.path("articles").asLong()),
                            form.with(name, value).address()));
                }
            }
            if (!values.isEmpty()) {
                shown.add(new Facet(name, values));
            }
        }
        return shown;
    }

    private static List<Span> spans(SearchForm form, LocalDate today) {
        return SPANS.stream()
                .map(days -> {
                    var from = today.minusDays(days - 1).toString();
                    boolean current =
                            from.equals(form.get("from")) && form.get("to").isEmpty();
                    var address = form.with("to", "").with("from", from).address();
                    return new Span(days, address, current);
                })
                .toList();
    }

    private static List<Saved> saved(SearchForm form, JsonNode searches) {
        var saved = new ArrayList<Saved>();
        for (var search : searches.path("items")) {
            var query = search.path("query").asText();
            saved.add(new Saved(
                    search.path("name").asText(),
                    "/articles?" + query,
                    search.path("by").asText(""),
                    query.equals(form.query())));
        }
        return saved;
    }

    private static Missing missing(JsonNode index) {
        return new Missing(
                index.path("state").asText(),
                index.path("read").asLong(),
                index.path("of").asLong(),
                index.path("reason").asText(""));
    }

    private static String shown(String name, String value, Context context) {
        return switch (name) {
            case "topic" -> context.topics().getOrDefault(value, value);
            case "language" -> value.equals("und") ? value : Spell.language(value, context.reader());
            case "country" -> Spell.country(value, context.reader());
            default -> value;
        };
    }
}
