package dev.tocsin.ingest.parse;

import dev.tocsin.ingest.xml.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The feeds that a page leads to, so that people may give a site's address where a feed's is wanted. */
public final class FeedLinks {
    /** Candidates handed on: each would be asked for in its turn. */
    private static final int MOST = 20;

    private static final int DECLARED = 0;
    private static final int DECLARED_LOOSELY = 1;
    private static final int ADDRESS_OF_A_FEED = 2;
    private static final int WORDS_OF_A_FEED = 3;
    private static final int OF_COMMENTS = 10;
    private static final int ELSEWHERE = 1;

    private static final Set<String> FEED_TYPES = Set.of(
            "application/rss+xml",
            "application/atom+xml",
            "application/feed+json",
            "application/rdf+xml",
            "application/x.atom+xml",
            "application/x-atom+xml",
            "text/rss+xml");
    private static final Set<String> LOOSE_TYPES = Set.of(
            "application/xml", "text/xml", "text/rss", "application/json", "application/rss", "application/atom");
    private static final Pattern ADDRESS = Pattern.compile(
            "(?:[./](?:rss2?|rdf|atom)|/(?:feed|feeds|rss|atom|index)\\.(?:xml|json|php)|/(?:feed|rss2?|atom)s?|[?&](?:feed|format|type)=(?:rss2?|atom|rdf))(?:[/?#&].{0,100})?$");
    private static final Pattern WORDS =
            Pattern.compile("\\b(?:rss|atom|feed|лента rss)\\b", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern COMMENTS = Pattern.compile("comment|коммент|kommentar|комментари|commentaire");

    private FeedLinks() {}

    /**
     * A feed that a page names.
     *
     * @param url absolute, http or https
     * @param title as the page gives it; null where it gives none
     */
    public record FeedLink(String url, @Nullable String title) {}

    /**
     * The best first: what the page declares in {@code link} elements, in its order, then links that look like feeds by
     * their address, then those that are called so. Feeds of comments come last, other sites' after the site's own.
     *
     * @param html may be broken
     * @param url where the page is from, after redirects
     */
    public static List<FeedLink> of(String html, String url) {
        var page = Jsoup.parse(html);
        var base = base(page, url);
        var found = new ArrayList<Ranked>();
        for (var link : page.select("link[href]")) {
            declared(link).ifPresent(rank -> add(found, rank, link, base, link.attr("title")));
        }
        for (var anchor : page.select("a[href], area[href]")) {
            var target = anchor.attr("href").toLowerCase(Locale.ROOT);
            var words = (anchor.text() + " " + anchor.attr("title")).toLowerCase(Locale.ROOT);
            if (FEED_TYPES.contains(anchor.attr("type"))
                    || ADDRESS.matcher(tail(target)).find()) {
                add(found, ADDRESS_OF_A_FEED, anchor, base, anchor.text());
            } else if (words.length() < 100 && WORDS.matcher(words).find()) {
                add(found, WORDS_OF_A_FEED, anchor, base, anchor.text());
            }
        }
        return ranked(found);
    }

    private static java.util.Optional<Integer> declared(Element link) {
        var relations = link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+");
        var type = link.attr("type")
                .toLowerCase(Locale.ROOT)
                .replaceFirst(";.*", "")
                .strip();
        for (var relation : relations) {
            if (relation.equals("alternate") || relation.equals("feed") || relation.equals("service.feed")) {
                if (FEED_TYPES.contains(type)) {
                    return java.util.Optional.of(DECLARED);
                }
                if (LOOSE_TYPES.contains(type) || type.isEmpty() && !relation.equals("alternate")) {
                    return java.util.Optional.of(DECLARED_LOOSELY);
                }
            }
        }
        return java.util.Optional.empty();
    }

    private static void add(List<Ranked> found, int rank, Element link, String base, String title) {
        var href = link.attr("href").strip();
        var lower = href.toLowerCase(Locale.ROOT);
        if (lower.startsWith("feed:")) {
            href = lower.startsWith("feed://") ? "http" + href.substring(4) : href.substring(5);
        }
        var url = Reference.resolve(base, href);
        var scheme = Reference.scheme(url);
        if (("http".equals(scheme) || "https".equals(scheme)) && !href.startsWith("#")) {
            var name = title.strip();
            boolean comments = COMMENTS.matcher((name + " " + lower).toLowerCase(Locale.ROOT))
                    .find();
            int elsewhere = rank >= ADDRESS_OF_A_FEED && !host(url).equals(host(base)) ? ELSEWHERE : 0;
            found.add(new Ranked(
                    2 * rank + elsewhere + (comments ? OF_COMMENTS : 0),
                    new FeedLink(url, name.isEmpty() ? null : name)));
        }
    }

    private static List<FeedLink> ranked(List<Ranked> found) {
        Map<String, FeedLink> distinct = new LinkedHashMap<>();
        found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank))
                .forEach(f -> distinct.putIfAbsent(f.link.url(), f.link));
        return distinct.values().stream().limit(MOST).toList();
    }

    private static String base(Document page, String url) {
        var declared = page.selectFirst("base[href]");
        return declared == null ? url : Reference.resolve(url, declared.attr("href"));
    }

    private static String host(String url) {
        int start = url.indexOf("//") + 2;
        int end = start;
        while (end < url.length() && "/?#:".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        var host = url.substring(start, end).toLowerCase(Locale.ROOT);
        return host.startsWith("www.") ? host.substring(4) : host;
    }

    /** What decides stands at the end, and a long address is no reason for a long search. */
    private static String tail(String address) {
        return address.substring(Math.max(0, address.length() - 200));
    }

    private record Ranked(int rank, FeedLink link) {}
}
