package dev.tocsin.classify.lab;

import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.match.Score;
import dev.tocsin.classify.understand.Understanding;
import dev.tocsin.contracts.TopicPack;
import java.lang.ref.SoftReference;
import java.util.List;

/**
 * Meets texts with packs. The last packs stay compiled, as long as memory is not short: whoever goes through many texts sends
 * the same packs with each batch, and any replica can answer any of them.
 */
public final class Bench {
    private final Understanding understanding;
    private SoftReference<Classifier> last = new SoftReference<>(null);

    public Bench(Understanding understanding) {
        this.understanding = understanding;
    }

    /** @throws BadTermException where a term of a pack is no query */
    public List<Met> meet(MeetRequest request) throws BadTermException {
        var classifier = compiled(request.packs());
        return request.texts().stream().map(text -> meet(text, classifier)).toList();
    }

    private Met meet(MeetRequest.Text text, Classifier classifier) {
        var body = text.text() == null ? "" : text.text();
        var scores = classifier.scores(text.title(), body, text.language());
        boolean signed = text.sign() && scores.stream().anyMatch(Score::belongs);
        return new Met(
                text.id(),
                scores.stream().map(Bench::hit).toList(),
                signed ? understanding.signature(text.language(), text.title(), body, text.at()) : List.of());
    }

    private static Met.Hit hit(Score score) {
        return new Met.Hit(score.value(), score.belongs(), score.belongs() ? score.evidence() : List.of());
    }

    private synchronized Classifier compiled(List<TopicPack> packs) throws BadTermException {
        var known = last.get();
        if (known != null && known.packs().equals(packs)) {
            return known;
        }
        var made = Classifier.of(packs);
        last = new SoftReference<>(made);
        return made;
    }
}
