package dev.tocsin.dashboard.pages;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Field;
import dev.tocsin.contracts.TopicHit;
import dev.tocsin.dashboard.marks.Kind;
import dev.tocsin.dashboard.marks.Marks;
import dev.tocsin.dashboard.marks.Piece;
import dev.tocsin.dashboard.marks.Span;
import dev.tocsin.dashboard.words.Speech;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Marks in an article's title and text: evidence of topics, figures, stances, actors and places. */
final class Marked {
    /** Beyond this a page of ours holds no more of a text; its publisher and the API do. */
    static final int MOST_TEXT = 120_000;

    /** Beyond these colours two topics share one; the label still tells them apart. */
    private static final int COLOURS = 6;

    private final ClassifiedArticle article;
    private final List<TopicHit> hits;
    private final Map<String, String> names;
    private final List<String> colours;
    private final Speech speech;

    /** @param hits whose evidence is marked */
    Marked(ClassifiedArticle article, List<TopicHit> hits, Map<String, String> names, Speech speech) {
        this.speech = speech;
        this.article = article;
        this.hits = hits;
        this.names = names;
        colours = hits.stream().map(TopicHit::topic).distinct().toList();
    }

    /** The colour of a topic, 1 for the first. */
    int colour(String topic) {
        return colours.indexOf(topic) % COLOURS + 1;
    }

    List<ArticleView.Shown> title() {
        var title = article.fetched().title();
        return title == null || title.isBlank()
                ? List.of(new ArticleView.Shown(speech.say("noTitle"), 0, false, "", ""))
                : shown(Marks.split(cut(title), spans(Field.TITLE, title)));
    }

    List<ArticleView.Shown> text() {
        var text = article.fetched().text();
        return text.isEmpty() ? List.of() : shown(Marks.split(cut(text), spans(Field.TEXT, text)));
    }

    private static String cut(String text) {
        return text.length() <= MOST_TEXT ? text : text.substring(0, MOST_TEXT) + "…";
    }

    private List<Span> spans(Field field, String text) {
        var spans = new ArrayList<Span>();
        for (var hit : hits) {
            var name = names.getOrDefault(hit.topic(), hit.topic());
            for (var e : hit.evidence()) {
                if (e.field() == field) {
                    spans.add(new Span(
                            e.start(), e.end(), hit.topic(), name + ": " + e.signal() + " (" + e.term() + ")"));
                }
            }
        }
        figures(spans, text);
        if (field == Field.TEXT) {
            names(spans);
        }
        return spans;
    }

    /** Those whose words stand here: a figure that only the title states counts its offsets there. */
    private void figures(List<Span> spans, String text) {
        for (var claim : article.claims()) {
            if (text.startsWith(claim.quote(), claim.start())) {
                var what =
                        Findings.number(claim.low(), claim.high(), speech) + " " + speech.name("kind.", claim.kind());
                var by = claim.attributedTo() == null ? "" : ", " + claim.attributedTo();
                spans.add(new Span(
                        claim.start(),
                        claim.end(),
                        Kind.FIGURE,
                        what,
                        what + by + " (" + speech.name("state.", claim.certainty()) + ")"));
            }
        }
        for (var reaction : article.reactions()) {
            if (text.startsWith(reaction.quote(), reaction.start())) {
                spans.add(new Span(
                        reaction.start(),
                        reaction.end(),
                        Kind.STANCE,
                        reaction.actor() + " " + reaction.stance(),
                        speech.state(reaction.actor()) + ": " + speech.name("stance.", reaction.stance())));
            }
        }
    }

    private void names(List<Span> spans) {
        for (var actor : article.actors()) {
            spans.add(new Span(
                    actor.start(),
                    actor.end(),
                    Kind.ACTOR,
                    actor.id(),
                    speech.state(actor.name()) + " (" + speech.name("type.", actor.type()) + ")"));
        }
        for (var place : article.places()) {
            spans.add(new Span(
                    place.start(),
                    place.end(),
                    Kind.PLACE,
                    place.id(),
                    speech.place(place.id(), place.name()) + " (" + speech.name("type.", "place") + ")"));
        }
    }

    private List<ArticleView.Shown> shown(List<Piece> pieces) {
        return pieces.stream()
                .map(p -> new ArticleView.Shown(
                        p.text(),
                        p.topics().isEmpty() ? 0 : colour(p.topics().getFirst()),
                        p.topics().size() > 1,
                        p.kinds().stream()
                                .filter(k -> k != Kind.EVIDENCE)
                                .map(Kind::word)
                                .collect(Collectors.joining(" ")),
                        p.label()))
                .toList();
    }
}
