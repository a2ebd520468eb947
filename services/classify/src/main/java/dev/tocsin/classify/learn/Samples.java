package dev.tocsin.classify.learn;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.match.Score;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds once which signals fire in a text; then weights can be tried without reading it again. */
final class Samples {
    private final TopicPack pack;
    private final Classifier classifier;
    private final Map<String, Integer> places = new HashMap<>();

    /** @param classifier of this pack alone */
    Samples(TopicPack pack, Classifier classifier) {
        this.pack = pack;
        this.classifier = classifier;
        for (var signal : pack.signals()) {
            places.put(signal.id(), places.size());
        }
    }

    List<Sample> of(List<JudgedText> texts) {
        var sizes = texts.stream().collect(groupingBy(JudgedText::story, counting()));
        var samples = new ArrayList<Sample>();
        for (var text : texts) {
            samples.add(sample(
                    text.story(),
                    text.relevant(),
                    1.0 / sizes.get(text.story()),
                    text.title(),
                    text.text(),
                    text.language()));
        }
        return samples;
    }

    /** The pack's own examples: what its author judged. */
    List<Sample> examples(List<TopicPack.Example> examples, boolean wanted) {
        return examples.stream()
                .map(e -> sample("", wanted, 1, e.title(), e.text() == null ? "" : e.text(), e.language()))
                .toList();
    }

    private Sample sample(
            String story, boolean relevant, double weight, @Nullable String title, String text, String language) {
        // title and text are matched apart, so each by itself tells where a signal fired
        var inTitle =
                title == null ? new BitSet() : places(score(title, "", language).fired());
        var score = score(null, text, language);
        var inText = places(score.fired());
        var behind = places(score.behind());
        inText.andNot(inTitle);
        behind.andNot(inTitle);
        boolean complete = pack.requires().stream()
                .allMatch(group -> group.stream().map(places::get).anyMatch(s -> inTitle.get(s) || inText.get(s)));
        return new Sample(story, relevant, weight, inTitle, inText, behind, complete);
    }

    private Score score(@Nullable String title, String text, String language) {
        return classifier.scores(title, text, language).getFirst();
    }

    private BitSet places(List<String> ids) {
        var found = new BitSet();
        ids.forEach(id -> found.set(places.get(id)));
        return found;
    }
}
