package dev.tocsin.ingest.page;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** Who wrote the article, by the statements of its page. */
final class Authors {
    private static final int MAX_NAME = 100;
    private static final int MAX_NAMES = 10;
    private static final Pattern BY = Pattern.compile(
            "^(?:by|von|par|por|di|da|автор:?|текст:?)\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern NO_NAME = Pattern.compile("https?://.*|www\\..*|.*@.*\\..*|[\\d\\W]*");
    private static final List<String> MARKED = List.of(
            "[itemprop=author] [itemprop=name]",
            "[itemprop=author]",
            "a[rel=author]",
            ".byline a, .author-name, .byline .author, .article-author");

    private Authors() {}

    /** The names, separated by commas; empty where the page names nobody. */
    static Optional<String> of(Metadata data) {
        return joined(data.ld().names("author").stream())
                .or(() -> joined(data.meta()
                        .all(
                                "parsely-author",
                                "sailthru.author",
                                "author",
                                "article:author",
                                "dc.creator",
                                "dcterms.creator",
                                "byl",
                                "cxenseparse:author")
                        .limit(1)))
                .or(() -> MARKED.stream()
                        .map(s -> joined(data.page().page().select(s).stream()
                                .limit(MAX_NAMES)
                                .map(Authors::shown)))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static String shown(Element e) {
        return e.hasAttr("content") ? e.attr("content") : e.text();
    }

    private static Optional<String> joined(Stream<String> names) {
        var found = new LinkedHashSet<String>();
        names.map(n -> BY.matcher(n.strip().replaceFirst("^@", ""))
                        .replaceFirst("")
                        .strip())
                .filter(n -> !n.isEmpty()
                        && n.length() <= MAX_NAME
                        && !NO_NAME.matcher(n).matches())
                .limit(MAX_NAMES)
                .forEach(found::add);
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", found));
    }
}
