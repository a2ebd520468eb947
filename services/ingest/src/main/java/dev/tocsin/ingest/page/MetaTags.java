package dev.tocsin.ingest.page;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The {@code <meta>} elements of a page by their name, property, itemprop or http-equiv, first one first. */
final class MetaTags {
    private static final List<String> KEYS = List.of("property", "name", "itemprop", "http-equiv");
    private static final int MAX_LENGTH = 2_000;

    private final Map<String, String> values = new HashMap<>();

    private MetaTags() {}

    static MetaTags of(Landmarks page) {
        var tags = new MetaTags();
        for (Element meta : page.tag("meta").toList()) {
            var content = meta.attr("content").strip();
            if (!content.isEmpty() && content.length() <= MAX_LENGTH) {
                for (var key : KEYS) {
                    if (meta.hasAttr(key)) {
                        tags.values.putIfAbsent(meta.attr(key).strip().toLowerCase(Locale.ROOT), content);
                    }
                }
            }
        }
        return tags;
    }

    /** The first of the names that has a value. */
    Optional<String> first(String... names) {
        return all(names).findFirst();
    }

    /** The values there are, in the order of the names. */
    Stream<String> all(String... names) {
        return Arrays.stream(names).map(values::get).filter(Objects::nonNull);
    }
}
