package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.util.List;
import java.util.Map;

/** A pack, its trial and its backtest as classify and the archive tell them, of invented sources. */
final class LabSamples {
    static final String YAML =
            """
            id: quakes
            version: 2
            name: {en: Earthquakes, it: Terremoti}
            threshold: 0.5
            signals:
              - id: word
                weight: 0.6
                terms:
                  en: [earthquake, tremor]
                  it: [terremoto]
              - id: figure-of-speech
                weight: -0.7
                terms:
                  en: ['"political earthquake"']
            examples:
              match:
                - {language: en, title: An earthquake shook the coast}
              reject:
                - {language: en, text: A political earthquake in the capital.}
            """;

    static final String OLD = YAML.replace("version: 2", "version: 1").replace(", tremor", "");

    private LabSamples() {}

    static ObjectNode pack(int version) {
        ObjectNode pack =
                Json.mapper().valueToTree(Samples.pack("quakes", version, version == 1 ? "quake" : "earthquake"));
        pack.withObject("name").put("en", "Earthquakes " + Samples.HOSTILE);
        return pack;
    }

    static List<ObjectNode> versions() {
        return List.of(version(2, "Tremors too, after the night of the 6th."), version(1, Samples.HOSTILE));
    }

    private static ObjectNode version(int version, String note) {
        return node().put("version", version)
                .put("at", "2022-01-0" + version + "T10:00:00Z")
                .put("note", note)
                .put("threshold", 0.5)
                .put("signals", 2);
    }

    /** A mistake where the text has the word BROKEN; an example that fails where it has FAILS. */
    static ObjectNode trial(String text) {
        var trial = node();
        if (text.contains("BROKEN")) {
            trial.put("sound", false).putNull("pack").putArray("examples");
            return trial.set(
                    "mistake",
                    node().put("line", 4).put("key", "threshold").put("reason", "is 5, at most 1 is possible"));
        }
        boolean fails = text.contains("FAILS");
        trial.put("sound", !fails).putNull("mistake").set("pack", pack(2));
        var examples = trial.putArray("examples");
        example(examples, "match[1]", 17, "An earthquake shook the coast", !fails, fails ? 0.2 : 0.84);
        example(examples, "reject[1]", 19, "A political earthquake in the capital.", true, 0.1);
        return trial;
    }

    private static void example(ArrayNode into, String key, int line, String title, boolean holds, double value) {
        var example = into.addObject().put("key", key).put("line", line).put("holds", holds);
        example.putObject("example").put("language", "en").put("title", title).putNull("text");
        example.set("score", score(value, title.indexOf("earthquake")));
    }

    static ObjectNode tried() {
        return node().put("topic", "quakes").put("threshold", 0.5).set("score", score(0.6, 3));
    }

    private static ObjectNode score(double value, int at) {
        var score = node().put("value", value).put("belongs", value >= 0.5);
        score.putArray("fired").add("word");
        score.putArray("behind");
        score.putArray("missing");
        evidence(score.putArray("evidence"), "title", at, at + 10, "earthquake");
        return score;
    }

    private static void evidence(ArrayNode into, String field, int start, int end, String term) {
        into.addObject()
                .put("signal", "word")
                .put("field", field)
                .put("start", start)
                .put("end", end)
                .put("term", term);
    }

    static ObjectNode backtest(String state, int read) {
        var made = node().put("id", "b1").put("topic", "quakes").put("draft", 3).put("live", 2);
        made.put("state", state).put("articles", 1200).put("read", read).put("rate", 83.333);
        made.put("startedAt", "2022-01-06T20:00:00Z").put("eta", "2022-01-06T20:00:12Z");
        made.put("endedAt", state.equals("running") ? null : "2022-01-06T20:00:09Z");
        made.putNull("reason").set("findings", findings());
        return made;
    }

    private static ObjectNode findings() {
        var found = node().put("days", 1).put("bounded", false);
        found.set("hits", counts(1200, 131, 118, 104));
        var languages = found.putObject("languages");
        languages.set("en", counts(700, 80, 78, 70));
        languages.set("it", counts(300, 40, 30, 25));
        languages.set("ru", counts(150, 11, 10, 9));
        languages.set("ar", counts(50, 0, 0, 0));
        var when = found.putArray("when");
        for (int day = 1; day <= 9; day++) {
            when.addObject()
                    .put("from", "2022-01-0" + day)
                    .put("draft", 3 + day * day % 17)
                    .put("live", 2 + day * 5 % 13)
                    .put("rung", day % 3);
        }
        found.putObject("stories").put("kept", 12).put("gone", 2).put("estimated", 3);
        verdicts(found.putObject("verdicts"));
        found.putArray("gained").add(hit("a1", "it", "Una scossa nella notte")).add(hit("a2", "en", Samples.HOSTILE));
        found.putArray("lost").add(hit("a3", "ru", "Землетрясение у побережья"));
        found.putArray("shared").add(hit("a4", "ar", "زلزال يضرب الساحل")).add(hit("a5", "en", "An earthquake again"));
        return found;
    }

    private static void verdicts(ObjectNode verdicts) {
        verdicts.put("relevant", 9).put("irrelevant", 4).put("few", true);
        figures(verdicts.putObject("draft"), 0.9, 1);
        figures(verdicts.putObject("live"), 0.7, 0.78);
        verdicts.putArray("missed").add(judged("s1", "A tremor nobody took", true));
        verdicts.putArray("wrong").add(judged("s2", "A political earthquake", false));
    }

    private static ObjectNode judged(String story, String headline, boolean live) {
        return node().put("story", story).put("headline", headline).put("live", live);
    }

    private static void figures(ObjectNode figures, double precision, double recall) {
        figures.putPOJO("precision", Map.of("value", precision, "of", 10, "low", precision - 0.2, "high", 1));
        figures.putPOJO("recall", Map.of("value", recall, "of", 9, "low", recall - 0.3, "high", 1));
    }

    private static ObjectNode hit(String article, String language, String title) {
        var hit =
                node().put("article", article).put("at", "2022-01-05T08:00:00Z").put("language", language);
        hit.put("source", "The Example").put("title", title).put("excerpt", "In the night the ground shook.");
        hit.put("score", 0.72).put("other", 0.31).put("story", "s1").put("relevant", true);
        evidence(hit.putArray("evidence"), "text", 24, 29, "shook");
        return hit;
    }

    private static ObjectNode counts(int articles, int draft, int live, int same) {
        return node().put("articles", articles)
                .put("draft", draft)
                .put("live", live)
                .put("same", same);
    }

    private static ObjectNode node() {
        return Json.mapper().createObjectNode();
    }
}
