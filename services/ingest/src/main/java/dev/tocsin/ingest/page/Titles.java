package dev.tocsin.ingest.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The names a page gives its article, the best first. */
final class Titles {
    private static final double SAME = 0.75;
    private static final int MAX_LENGTH = 500;
    private static final int MAX_HEADINGS = 10;

    private static final Pattern SUFFIX = Pattern.compile("\\s+[|\\-–—·•»:]{1,2}\\s+|\\s*[|»]\\s*");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private record Title(String text, Set<String> words) {}

    private final List<Title> all;
    private final int longest;

    private Titles(Set<String> found) {
        this.all = found.stream()
                .filter(t -> t.length() <= MAX_LENGTH)
                .map(t -> new Title(t, words(t)))
                .filter(t -> !t.words.isEmpty())
                .toList();
        this.longest =
                all.stream().mapToInt(t -> t.text.length() * 3 / 2 + 10).max().orElse(0);
    }

    static Titles of(Landmarks page, MetaTags meta, JsonLd ld, Optional<String> site) {
        var found = new LinkedHashSet<String>();
        ld.text("headline").ifPresent(found::add);
        meta.all(
                        "og:title",
                        "twitter:title",
                        "parsely-title",
                        "sailthru.title",
                        "dc.title",
                        "dcterms.title",
                        "headline")
                .forEach(t -> found.add(withoutSite(t, site)));
        var h1 = page.tag("h1")
                .limit(MAX_HEADINGS)
                .map(h -> capped(h.text().strip()))
                .filter(t -> !t.isEmpty())
                .toList();
        var title = capped(page.page().title().strip());
        h1.stream()
                .filter(h -> title.startsWith(h) || h1.size() == 1 && words(h).size() > 3)
                .forEach(found::add);
        if (!title.isEmpty()) {
            found.add(withoutSite(title, site));
            found.add(title);
        }
        site.ifPresent(found::remove);
        return new Titles(found);
    }

    Optional<String> best() {
        return all.stream().map(Title::text).findFirst();
    }

    /** True for a line that is one of the titles, give or take a word. */
    boolean match(String line) {
        if (line.length() > longest) {
            return false;
        }
        var words = words(line);
        return all.stream().anyMatch(t -> same(t.words, words));
    }

    private static boolean same(Set<String> title, Set<String> line) {
        if (title.isEmpty() || line.isEmpty()) {
            return false;
        }
        if (title.equals(line)) {
            return true;
        }
        long both = line.stream().filter(title::contains).count();
        return both >= 3 && both >= SAME * Math.max(title.size(), line.size());
    }

    /** What is longer is no title, and must not cost what it weighs. */
    private static String capped(String title) {
        return title.length() <= MAX_LENGTH ? title : title.substring(0, MAX_LENGTH);
    }

    private static Set<String> words(String text) {
        var words = new LinkedHashSet<>(List.of(NOT_WORD.split(text.toLowerCase(Locale.ROOT))));
        words.remove("");
        return words;
    }

    /** Cuts the name of the site, or what looks like it: a short last part behind a bar or a dash. */
    private static String withoutSite(String title, Optional<String> site) {
        var parts = SUFFIX.matcher(title);
        int cut = -1;
        while (parts.find()) {
            var rest = title.substring(parts.end());
            boolean named = site.isPresent() && words(rest).equals(words(site.get()));
            boolean bar = parts.group().contains("|") || parts.group().contains("»");
            if (named
                    || (bar || parts.group().isBlank() == false)
                            && words(rest).size() <= 4
                            && words(title.substring(0, parts.start())).size() >= 4) {
                cut = parts.start();
                break;
            }
        }
        return cut > 0 ? title.substring(0, cut).strip() : title;
    }
}
