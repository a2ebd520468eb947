package dev.tocsin.ingest.feeds;

import dev.tocsin.contracts.Source;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the desk knows better about a source than the feed does; what is null here stays as the feed says.
 *
 * @param id stable, lower case
 * @param name as people know it
 * @param country ISO 3166-1 alpha-2
 * @param reliability NATO/Admiralty grade A to F
 */
public record SourceOverride(
        @Nullable String id, @Nullable String name, @Nullable String country, @Nullable String reliability) {
    public static final SourceOverride NONE = new SourceOverride(null, null, null, null);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    public SourceOverride {
        id = blankIsNull(id);
        name = blankIsNull(name);
        if (country != null && !COUNTRIES.contains(country)) {
            throw new IllegalArgumentException(
                    "'source.country' is '" + country + "', expected two letters of ISO 3166-1, such as KZ");
        }
        if (reliability != null && !reliability.matches("[A-F]")) {
            throw new IllegalArgumentException("'source.reliability' is '" + reliability + "', expected A to F");
        }
    }

    /** The source with what is known better. */
    public Source over(Source source) {
        return new Source(
                id == null ? source.id() : id,
                name == null ? source.name() : name,
                country == null ? source.country() : country,
                reliability == null ? source.reliability() : reliability);
    }

    private static @Nullable String blankIsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
