package dev.tocsin.ingest.article;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Hosts that serve one site in several forms: for phones, as AMP, with {@code www.} or without. */
final class HostForms {
    private static final Set<String> FORMS = Set.of("www", "m", "mobile", "mobil", "touch", "wap", "amp");

    private HostForms() {}

    /**
     * The host without labels that only say for what device it serves: {@code m.news.example} and
     * {@code en.m.news.example}. The last two labels stay, whatever they are called.
     */
    static String plain(String host) {
        var labels = List.of(host.split("\\."));
        int last = labels.size() - 2;
        int from = 0;
        while (from < last && FORMS.contains(labels.get(from))) {
            from++;
        }
        if (from + 1 < last && labels.get(from + 1).equals("m")) {
            return labels.get(from) + "." + String.join(".", labels.subList(from + 2, labels.size()));
        }
        return from == 0 ? host : String.join(".", labels.subList(from, labels.size()));
    }

    /** Whether the host belongs to the domain or is below it. */
    static boolean isWithin(String host, String... domains) {
        return Arrays.stream(domains).anyMatch(d -> host.equals(d) || host.endsWith("." + d));
    }
}
