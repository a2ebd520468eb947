package dev.tocsin.classify.learn;

import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.contracts.TopicPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Proposes weights for one pack from verdicts. */
public final class Learner {
    private static final int SHOWN_OF_EXAMPLE = 160;
    /** Better by less than this is no better. */
    private static final double NOTICEABLE = 0.005;

    private final TopicPack pack;
    private final List<Sample> judged;
    private final List<Sample> match;
    private final List<Sample> reject;

    private Learner(TopicPack pack, List<JudgedText> texts) throws BadTermException {
        this.pack = pack;
        var samples = new Samples(pack, Classifier.of(List.of(pack)));
        judged = samples.of(texts);
        match = samples.examples(pack.examples().match(), true);
        reject = samples.examples(pack.examples().reject(), false);
    }

    /**
     * What verdicts say of a pack's weights.
     *
     * @param texts those of one story all with one verdict
     * @throws BadTermException where a term of the pack is no query
     */
    public static Refit of(TopicPack pack, List<JudgedText> texts) throws BadTermException {
        int relevant = stories(texts, JudgedText::relevant);
        int irrelevant = stories(texts, t -> !t.relevant());
        return Math.min(relevant, irrelevant) < Refit.LEAST
                ? new Refit.TooFew(relevant, irrelevant)
                : new Learner(pack, texts).propose(new Proposal.Verdicts(relevant, irrelevant, texts.size()));
    }

    private static int stories(List<JudgedText> texts, Predicate<JudgedText> kind) {
        return Math.toIntExact(
                texts.stream().filter(kind).map(JudgedText::story).distinct().count());
    }

    private Proposal propose(Proposal.Verdicts verdicts) {
        var now = Weights.of(pack);
        var then = Fit.of(now, judged, examples());
        var folds = Folds.of(judged, Math.min(verdicts.relevant(), verdicts.irrelevant()));
        var before = figures(now);
        var unseen = unseen(now, folds);
        var note = note(verdicts, before, unseen);
        var next = then.in(pack, pack.version() + 1, note);
        boolean changed = !next.signals().equals(pack.signals()) || next.threshold() != pack.threshold();
        return new Proposal(
                pack.id(),
                pack.version(),
                verdicts,
                words(changed, before, unseen),
                changed,
                new Proposal.Number(
                        "threshold",
                        now.threshold(),
                        then.threshold(),
                        texts(true, s -> true),
                        texts(false, s -> true)),
                signals(now, then),
                before,
                figures(then),
                unseen,
                folds.count(),
                broken(then),
                next,
                PackYaml.write(next));
    }

    private List<Sample> examples() {
        return Stream.concat(match.stream(), reject.stream()).toList();
    }

    private Figures figures(Weights weights) {
        var count = new Figures.Count();
        judged.forEach(s -> count.add(s, weights.belongs(s)));
        return count.figures();
    }

    private Figures unseen(Weights now, Folds folds) {
        var count = new Figures.Count();
        for (int fold = 0; fold < folds.count(); fold++) {
            int held = fold;
            var seen = judged.stream().filter(s -> !folds.holdsOut(held, s)).toList();
            var weights = Fit.of(now, seen, examples());
            judged.stream().filter(s -> folds.holdsOut(held, s)).forEach(s -> count.add(s, weights.belongs(s)));
        }
        return count.figures();
    }

    private List<Proposal.Number> signals(Weights now, Weights then) {
        var signals = new ArrayList<Proposal.Number>();
        for (int i = 0; i < pack.signals().size(); i++) {
            int signal = i;
            signals.add(new Proposal.Number(
                    pack.signals().get(i).id(),
                    now.of()[i],
                    then.of()[i],
                    texts(true, s -> s.fired(signal)),
                    texts(false, s -> s.fired(signal))));
        }
        return signals;
    }

    private int texts(boolean relevant, Predicate<Sample> which) {
        return Math.toIntExact(judged.stream()
                .filter(s -> s.relevant() == relevant)
                .filter(which)
                .count());
    }

    private List<Proposal.Broken> broken(Weights then) {
        var broken = new ArrayList<Proposal.Broken>();
        broken(then, "match", match, pack.examples().match(), broken);
        broken(then, "reject", reject, pack.examples().reject(), broken);
        return broken;
    }

    private static void broken(
            Weights then,
            String kind,
            List<Sample> samples,
            List<TopicPack.Example> examples,
            List<Proposal.Broken> broken) {
        for (int i = 0; i < samples.size(); i++) {
            var sample = samples.get(i);
            if (then.belongs(sample) != sample.relevant()) {
                var example = examples.get(i);
                var text = example.title() == null ? example.text() : example.title();
                broken.add(new Proposal.Broken(
                        kind + "[" + i + "]",
                        text == null || text.length() <= SHOWN_OF_EXAMPLE ? text : text.substring(0, SHOWN_OF_EXAMPLE),
                        then.score(sample)));
            }
        }
    }

    private String note(Proposal.Verdicts verdicts, Figures before, Figures unseen) {
        return String.format(
                Locale.ROOT,
                "Weights of version %d refitted from %d verdicts (%d relevant, %d irrelevant); F1 on stories not seen in"
                        + " fitting %.2f, before %.2f.",
                pack.version(),
                verdicts.relevant() + verdicts.irrelevant(),
                verdicts.relevant(),
                verdicts.irrelevant(),
                unseen.f1(),
                before.f1());
    }

    private static String words(boolean changed, Figures before, Figures unseen) {
        if (!changed) {
            return "The verdicts give no reason to change a weight.";
        }
        var figures = String.format(Locale.ROOT, "F1 %.2f instead of %.2f", unseen.f1(), before.f1());
        if (unseen.f1() > before.f1() + NOTICEABLE) {
            return "On stories it had not seen it does better: " + figures + ".";
        }
        return unseen.f1() < before.f1() - NOTICEABLE
                ? "On stories it had not seen it does worse (" + figures + "): better leave the pack as it is."
                : "On stories it had not seen it does no better (" + figures
                        + "): the words of the pack, not their weights, may be what is missing.";
    }
}
