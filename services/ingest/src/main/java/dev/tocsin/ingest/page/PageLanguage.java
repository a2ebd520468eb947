package dev.tocsin.ingest.page;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The language that a page declares; the article's own text may say otherwise, which a later stage finds out. */
final class PageLanguage {
    private PageLanguage() {}

    static Optional<String> of(Metadata data) {
        var root = Optional.ofNullable(data.page().page().firstElementChild()).map(PageLanguage::lang);
        return Stream.of(
                        root.stream(),
                        data.ld().text("inLanguage").stream(),
                        data.meta().all("content-language", "og:locale", "dc.language", "language"))
                .flatMap(s -> s)
                .map(PageLanguage::tag)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String lang(Element html) {
        return html.hasAttr("lang") ? html.attr("lang") : html.attr("xml:lang");
    }

    private static Optional<String> tag(String declared) {
        try {
            var tag = new Locale.Builder()
                    .setLanguageTag(declared.strip().split("[,;]")[0].strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
            return Optional.of(tag).filter(t -> !t.equals("und"));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
