package dev.tocsin.ingest.article;

import java.util.List;
import java.util.Set;

/**
 * The registrable domain of a host, that is: who answers for it. A short form of the Public Suffix List: the second
 * levels that registries of countries use, and the hosts under which anybody may open a site.
 */
final class Site {
    private static final Set<String> SECOND_LEVELS = Set.of(
            "co", "com", "net", "org", "gov", "gob", "gouv", "govt", "edu", "ac", "mil", "or", "ne", "go", "in", "info",
            "nom", "biz", "ltd", "plc", "me", "gen", "web", "kiev", "msk", "spb");
    private static final Set<String> OPEN_TO_ALL = Set.of(
            "blogspot.com",
            "wordpress.com",
            "github.io",
            "gitlab.io",
            "medium.com",
            "substack.com",
            "livejournal.com",
            "tumblr.com",
            "ucoz.ru",
            "narod.ru",
            "wixsite.com",
            "weebly.com",
            "netlify.app",
            "vercel.app",
            "web.app",
            "telegra.ph",
            "over-blog.com",
            "altervista.org",
            "ghost.io",
            "typepad.com");

    private Site() {}

    static String of(String host) {
        var labels = List.of(host.split("\\."));
        int all = labels.size();
        if (all <= 2 || host.startsWith("[")) {
            return host;
        }
        var two = String.join(".", labels.subList(all - 2, all));
        boolean national = labels.getLast().length() == 2 && SECOND_LEVELS.contains(labels.get(all - 2));
        return national || OPEN_TO_ALL.contains(two) ? String.join(".", labels.subList(all - 3, all)) : two;
    }
}
