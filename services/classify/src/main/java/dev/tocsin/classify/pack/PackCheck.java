package dev.tocsin.classify.pack;

import dev.tocsin.classify.match.BadTermException;
import dev.tocsin.classify.match.Classifier;
import dev.tocsin.classify.match.Score;
import dev.tocsin.contracts.TopicPack;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a pack that is well-formed has wrong all the same; a pack passes when its own examples do. */
final class PackCheck {
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Pattern MEDIA_TOPIC = Pattern.compile("medtop:\\d{8}");

    private final PackFile file;
    private final TopicPack pack;

    private PackCheck(PackFile file) {
        this.file = file;
        pack = file.pack();
    }

    /** All there is to check. */
    static void check(PackFile file) throws InvalidPackException {
        var classifier = compiled(file);
        var check = new PackCheck(file);
        check.examples(classifier, "match", file.pack().examples().match(), true);
        check.examples(classifier, "reject", file.pack().examples().reject(), false);
    }

    /** All but whether the examples hold: a classifier to try them with. */
    static Classifier compiled(PackFile file) throws InvalidPackException {
        var check = new PackCheck(file);
        check.names();
        check.signals();
        check.near();
        check.requires();
        check.languages("match", file.pack().examples().match());
        check.languages("reject", file.pack().examples().reject());
        return check.compile();
    }

    private void names() throws InvalidPackException {
        for (var language : pack.name().keySet()) {
            language("name." + language, language);
        }
        for (int i = 0; i < pack.mediaTopics().size(); i++) {
            if (!MEDIA_TOPIC.matcher(pack.mediaTopics().get(i)).matches()) {
                throw file.mistake("mediaTopics[" + i + "]", "is no IPTC Media Topic: write medtop: and eight digits");
            }
        }
    }

    private void signals() throws InvalidPackException {
        var seen = new HashSet<String>();
        boolean speaksFor = false;
        for (int i = 0; i < pack.signals().size(); i++) {
            var signal = pack.signals().get(i);
            var key = "signals[" + i + "]";
            if (!seen.add(signal.id())) {
                throw file.mistake(key + ".id", "'" + signal.id() + "' is there twice: rename or merge one of them");
            }
            speaksFor |= signal.weight() > 0;
            for (var terms : signal.terms().entrySet()) {
                var at = key + ".terms." + terms.getKey();
                if (!terms.getKey().equals(TopicPack.ALL_LANGUAGES)) {
                    language(at, terms.getKey());
                }
                if (terms.getValue() == null || terms.getValue().isEmpty()) {
                    throw file.mistake(at, "has no terms: list some, or remove the key");
                }
            }
        }
        if (!speaksFor) {
            throw file.mistake("signals", "all have negative weights: nothing could ever match");
        }
    }

    private void language(String key, String tag) throws InvalidPackException {
        if (!LANGUAGES.contains(tag)) {
            throw file.mistake(
                    key, "names no language: use a code of two letters such as en, or mul for all languages");
        }
    }

    private void near() throws InvalidPackException {
        var onTerms = pack.signals().stream()
                .filter(s -> !s.terms().isEmpty() && s.near() == null)
                .map(TopicPack.Signal::id)
                .toList();
        for (int s = 0; s < pack.signals().size(); s++) {
            var near = pack.signals().get(s).near();
            var seen = new HashSet<String>();
            for (int i = 0; near != null && i < near.of().size(); i++) {
                var key = "signals[" + s + "].near.of[" + i + "]";
                var id = near.of().get(i);
                if (!onTerms.contains(id)) {
                    throw file.mistake(
                            key,
                            "'" + id + "' is no signal of this pack with terms alone: use some of "
                                    + String.join(", ", onTerms));
                }
                if (!seen.add(id)) {
                    throw file.mistake(key, "'" + id + "' is there twice: name another signal");
                }
            }
        }
    }

    private void requires() throws InvalidPackException {
        var ids = pack.signals().stream().map(TopicPack.Signal::id).toList();
        for (int g = 0; g < pack.requires().size(); g++) {
            var group = pack.requires().get(g);
            if (group.isEmpty()) {
                throw file.mistake("requires[" + g + "]", "is empty: nothing could ever match");
            }
            for (int i = 0; i < group.size(); i++) {
                if (!ids.contains(group.get(i))) {
                    throw file.mistake(
                            "requires[" + g + "][" + i + "]",
                            "'" + group.get(i) + "' is no signal of this pack: use one of " + String.join(", ", ids));
                }
            }
        }
    }

    private void languages(String kind, List<TopicPack.Example> examples) throws InvalidPackException {
        for (int i = 0; i < examples.size(); i++) {
            language(
                    "examples." + kind + "[" + i + "].language", examples.get(i).language());
        }
    }

    private Classifier compile() throws InvalidPackException {
        try {
            return Classifier.of(List.of(pack));
        } catch (BadTermException e) {
            var ids = pack.signals().stream().map(TopicPack.Signal::id).toList();
            throw file.mistake(
                    "signals[" + ids.indexOf(e.signal()) + "].terms." + e.language() + "[" + e.index() + "]",
                    e.getMessage());
        }
    }

    private void examples(Classifier classifier, String kind, List<TopicPack.Example> examples, boolean wanted)
            throws InvalidPackException {
        for (int i = 0; i < examples.size(); i++) {
            var example = examples.get(i);
            var key = "examples." + kind + "[" + i + "]";
            var text = example.text() == null ? "" : example.text();
            var score =
                    classifier.scores(example.title(), text, example.language()).getFirst();
            if (score.belongs() != wanted) {
                throw file.mistake(key, failed(score, wanted));
            }
        }
    }

    private static String failed(Score score, boolean wanted) {
        return String.format(
                Locale.ROOT,
                "%s: score %.2f, threshold %.2f, fired %s, required but not fired %s: %s",
                wanted ? "does not match" : "matches",
                score.value(),
                score.pack().threshold(),
                score.fired(),
                score.missing(),
                wanted ? "add terms or weight" : "narrow a term, or add a signal of negative weight");
    }
}
