package dev.tocsin.ingest.article;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The AMP form of a page becomes the page: {@code /amp/} before or behind its path, {@code .amp.html}, {@code ?amp=1}.
 * Only where what is left looks like an article, for a shop has a page on amplifiers too.
 */
final class AmpForm {
    private static final Pattern BEHIND = Pattern.compile("(?i)(.*/[^/]+)/amp/?");
    private static final Pattern BEFORE = Pattern.compile("(?i)/amp(/.+)");
    private static final Pattern ENDING = Pattern.compile("(?i)(.+)\\.amp(\\.html?)?");
    private static final Pattern ARTICLE = Pattern.compile(".*/[^/]*(?:[0-9-]|\\.s?html?)[^/]*");
    private static final Set<String> SWITCHES =
            Set.of("amp", "amp=", "amp=1", "amp=true", "_amp=true", "outputtype=amp", "view=amp", "amp_markup=1");

    private AmpForm() {}

    static WebAddress undone(WebAddress address) {
        return address.withPath(path(address.path())).withQuery(query(address.query()));
    }

    private static String path(String path) {
        for (var form : new Pattern[] {BEHIND, BEFORE}) {
            var found = form.matcher(path);
            if (found.matches() && ARTICLE.matcher(found.group(1)).matches()) {
                return found.group(1);
            }
        }
        var ending = ENDING.matcher(path);
        if (ending.matches()) {
            var html = ending.group(2) == null ? "" : ending.group(2);
            return ending.group(1) + html;
        }
        return path;
    }

    private static @Nullable String query(@Nullable String query) {
        if (query == null) {
            return null;
        }
        var kept = Arrays.stream(query.split("&"))
                .filter(p -> !SWITCHES.contains(p.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? null : kept;
    }
}
