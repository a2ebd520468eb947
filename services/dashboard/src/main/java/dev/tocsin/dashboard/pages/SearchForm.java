package dev.tocsin.dashboard.pages;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a search page was asked, and the addresses of searches that differ from it by one thing. */
public final class SearchForm {
    /** In the order of the page. */
    static final List<String> FILTERS =
            List.of("topic", "language", "source", "country", "actor", "reliability", "story", "from", "to");

    /** Only the archive's index knows these. */
    private static final Set<String> INDEXED = Set.of("q", "country", "actor", "reliability", "sort");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

    private final Map<String, String> values = new LinkedHashMap<>();

    /** @param given a parameter's value by its name, null where it has none */
    public SearchForm(Function<String, @Nullable String> given) {
        put("q", given.apply("q"));
        FILTERS.forEach(name -> put(name, given.apply(name)));
        put("sort", "best".equals(given.apply("sort")) ? "best" : null);
    }

    private SearchForm(Map<String, String> values) {
        this.values.putAll(values);
    }

    private void put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            values.put(name, value.strip());
        }
    }

    /** Empty where it was not given. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    public boolean isEmpty() {
        return values.isEmpty();
    }

    boolean isBest() {
        return values.containsKey("sort");
    }

    SearchForm with(String name, String value) {
        var other = new SearchForm(values);
        if (value.isEmpty()) {
            other.values.remove(name);
        } else {
            other.values.put(name, value);
        }
        return other;
    }

    /** The kind of field that can hold what was given for a time: a day, or whatever else it is. */
    public String kind(String name) {
        return get(name).isEmpty() || DAY.matcher(get(name)).matches() ? "date" : "text";
    }

    /** Whether the archive can answer without its index. */
    public boolean isForTheStore() {
        return values.keySet().stream().noneMatch(INDEXED::contains);
    }

    /** As the page is asked: a query string without question mark. */
    public String query() {
        return written(values);
    }

    /** Where the page is that asks so. */
    String address() {
        return values.isEmpty() ? "/articles" : "/articles?" + query();
    }

    /** As the archive is asked: days are whole days in UTC, the last one included. */
    public String archiveQuery() {
        var asked = new LinkedHashMap<>(values);
        asked.computeIfPresent("from", (name, day) -> time(day, 0));
        asked.computeIfPresent("to", (name, day) -> time(day, 1));
        return written(asked);
    }

    private static String time(String day, int later) {
        try {
            return LocalDate.parse(day)
                    .plusDays(later)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return day; // a time, or what the archive says is none
        }
    }

    private static String written(Map<String, String> values) {
        var query = new StringBuilder();
        values.forEach((name, value) -> query.append(query.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return query.toString();
    }
}
