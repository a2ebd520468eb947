package dev.tocsin.ingest.websub;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hub that a feed names, and the name that the feed has there (WebSub, 4).
 *
 * @param hub to subscribe at
 * @param topic the feed's own address as its publisher writes it ({@code rel=self})
 */
public record Hub(URI hub, URI topic) {
    private static final int MOST_LINKS = 50;
    private static final Pattern LINK = Pattern.compile("<([^<>\\s]{1,2048})>([^<]*)");
    private static final Pattern RELATION =
            Pattern.compile(";\\s*rel\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]+))", Pattern.CASE_INSENSITIVE);

    /**
     * Headers win over what stands in the feed (WebSub, 4).
     *
     * @param asked address that the feed was asked at, for relative links, and the topic where none is named
     * @param headers {@code Link} headers (RFC 8288)
     * @param hubInFeed as the feed's own markup says; null where it does not
     * @param selfInFeed as the feed's own markup says; null where it does not
     */
    public static Optional<Hub> of(
            URI asked, Collection<String> headers, @Nullable String hubInFeed, @Nullable String selfInFeed) {
        var hub = related(asked, headers, "hub").or(() -> web(asked, hubInFeed));
        var self =
                related(asked, headers, "self").or(() -> web(asked, selfInFeed)).orElse(asked);
        return hub.map(h -> new Hub(h, self));
    }

    private static Optional<URI> related(URI asked, Collection<String> headers, String relation) {
        return headers.stream()
                .limit(MOST_LINKS)
                .flatMap(header -> LINK.matcher(header).results())
                .limit(MOST_LINKS)
                .filter(link -> relations(link.group(2)).contains(relation))
                .flatMap(link -> web(asked, link.group(1)).stream())
                .findFirst();
    }

    private static List<String> relations(String parameters) {
        var relation = RELATION.matcher(parameters);
        if (!relation.find()) {
            return List.of();
        }
        var names = relation.group(1) == null ? relation.group(2) : relation.group(1);
        return Stream.of(names.toLowerCase(Locale.ROOT).split("\\s+")).toList();
    }

    private static Optional<URI> web(URI asked, @Nullable String address) {
        if (address == null || address.isBlank()) {
            return Optional.empty();
        }
        try {
            var uri = asked.resolve(address.strip());
            boolean http = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return http && uri.getHost() != null && uri.getRawUserInfo() == null ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
