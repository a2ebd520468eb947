package dev.tocsin.archive.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.archive.index.Entry;
import dev.tocsin.archive.index.Hits;
import dev.tocsin.archive.index.Known;
import dev.tocsin.archive.index.Span;
import dev.tocsin.archive.text.FormStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The JSON of an article that a search found: as lists show it, its {@code excerpt} the passage with the words, and {@code highlights}
 * {@code {title, excerpt}}, lists of {@code [start, end)} in UTF-16 units.
 */
public final class ResultView {
    private static final int MOST_HIGHLIGHTS = 40;

    private ResultView() {}

    /** @param firstWords the excerpt where no word stands in the text */
    public static ObjectNode item(Hits.Hit hit, Entry entry, String firstWords) {
        var message = (ObjectNode) entry.message();
        var title = message.path("title").isTextual() ? message.path("title").textValue() : "";
        var inTitle = new ArrayList<Span>(hit.inTitle());
        var inText = new ArrayList<Span>();
        // places in another revision would mark other words
        if (hit.revision() == entry.revision()) {
            place(hit.inText(), title.length(), entry, inTitle, inText);
        } else {
            inTitle.clear();
        }
        var passage = Passage.of(entry.text(), sorted(inText, entry.text().length()), firstWords);
        var item = ArticleView.item(message, passage.text());
        var highlights = item.putObject("highlights");
        write(highlights.putArray("title"), sorted(inTitle, title.length()));
        write(highlights.putArray("excerpt"), passage.highlights());
        return item;
    }

    /** The index has title, text and known names behind one another, with one sign between. */
    private static void place(List<Span> found, int title, Entry entry, List<Span> inTitle, List<Span> inText) {
        int text = title + 1;
        int names = text + Math.min(entry.text().length(), FormStream.MOST_CHARACTERS) + 1;
        var known = Known.of(entry.message());
        for (var span : found) {
            if (span.start() < text) {
                inTitle.add(span);
            } else if (span.start() < names) {
                inText.add(new Span(span.start() - text, span.end() - text));
            } else {
                inText.addAll(known.mentions(span.start() - names));
            }
        }
    }

    /** In their order, none over another and none beyond the end. */
    private static List<Span> sorted(List<Span> spans, int length) {
        var sorted = new ArrayList<Span>();
        spans.stream()
                .filter(s -> s.start() >= 0 && s.start() < s.end() && s.end() <= length)
                .sorted(java.util.Comparator.comparingInt(Span::start).thenComparing(s -> -s.end()))
                .forEach(span -> {
                    if (sorted.isEmpty() || span.start() >= sorted.getLast().end()) {
                        sorted.add(span);
                    }
                });
        return sorted;
    }

    private static void write(ArrayNode into, List<Span> spans) {
        spans.stream()
                .limit(MOST_HIGHLIGHTS)
                .forEach(span -> into.addArray().add(span.start()).add(span.end()));
    }
}
