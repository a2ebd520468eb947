package dev.tocsin.dashboard;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A board full of alerts, all invented: headlines in many languages that no publisher wrote, of publishers that are none. */
final class BoardSamples {
    private static final List<String> SEVERITIES = List.of("Extreme", "Severe", "Moderate", "Minor", "Unknown");
    private static final List<String> PUBLISHERS = List.of(
            "Steppe Wire", "The Harbour Courier", "Corriere del Molo", "Вестник степи", "Valley Post", "Hafenblatt");

    private BoardSamples() {}

    /** The topics of the board. */
    static ObjectNode topics() {
        var list = Json.mapper().createObjectNode();
        var items = list.putArray("items");
        for (var names : List.of(
                List.of("protests", "Protests", "Proteste", "Протесты"),
                List.of("csto-deployment", "CSTO deployment", "Dispiegamento CSTO", "Отправка сил ОДКБ"),
                List.of(
                        "diplomatic-reactions",
                        "Diplomatic reactions",
                        "Reazioni diplomatiche",
                        "Реакция дипломатии"))) {
            var name = items.addObject().put("id", names.getFirst()).putObject("name");
            name.put("en", names.get(1)).put("it", names.get(2)).put("ru", names.get(3));
        }
        return list.putNull("nextCursor");
    }

    /** What a shift sees: new, handled, exercises, silences. */
    static ObjectNode shift(Instant now) {
        var list = Json.mapper().createObjectNode();
        var items = list.putArray("items");
        var p = "protests";
        items.add(change(
                alert(p, "p1", "Crowd returns to the old square in Almaty, trams stopped", "en", 0, 7, 12, 4, now, 1),
                "new-origin",
                "fourth origin: Hafenblatt",
                "severity",
                "severity: Severe → Extreme"));
        items.add(alert(p, "p2", "В Актау вышли на площадь из-за цен на газ", "ru", 1, 3, 3, 2, now, 6));
        items.add(alert(p, "p3", "متظاهرون يغلقون الطريق إلى ميناء أكتاو لليوم الثالث", "ar", 1, 1, 2, 1, now, 14));
        items.add(change(
                alert(p, "p4", "Zhanaozen, terza notte in piazza: «Non ce ne andiamo»", "it", 2, 4, 9, 3, now, 31),
                "articles",
                "9 articles, 4 when last told"));
        items.add(verdict(
                alert(p, "p5", "Ақтөбеде тұрғындар әкімдік алдына жиналды", "kk", 2, 1, 2, 2, now, 74),
                "acknowledged",
                "Ines",
                null));
        items.add(
                alert(p, "p6", "Small rally outside the gas office in Oral ends quietly", "en", 3, 1, 1, 1, now, 190));
        var c = "csto-deployment";
        items.add(change(
                alert(
                        c,
                        "c1",
                        "First transport aircraft lands with peacekeepers, two sources say",
                        "en",
                        1,
                        5,
                        8,
                        3,
                        now,
                        3),
                "phase",
                "CSTO: requested → approved → landed"));
        items.add(verdict(
                alert(c, "c2", "Парламент одобрил отправку миротворцев на 30 дней", "ru", 1, 2, 5, 3, now, 22),
                "relevant",
                "Marat",
                "the date is from the decree itself"));
        var drill = alert(c, "c3", "Exercise: convoy crosses the border near Taraz", "en", 2, 1, 4, 2, now, 40);
        items.add(drill.put("status", "Exercise"));
        items.add(alert(
                c,
                "c4",
                "Bişkek, ortak güç için asker gönderip göndermeyeceğini tartışıyor",
                "tr",
                3,
                2,
                2,
                2,
                now,
                120));
        var d = "diplomatic-reactions";
        items.add(change(
                alert(d, "d1", "Berlin ruft alle Seiten zur Zurückhaltung auf", "de", 2, 3, 6, 4, now, 9),
                "new-language",
                "now also in Italian, French"));
        items.add(alert(
                d, "d2", "Ministro degli Esteri: «Seguiamo con grande preoccupazione»", "it", 2, 1, 1, 1, now, 17));
        items.add(alert(d, "d3", "סגן השר: אנו עוקבים אחר ההתפתחויות באלמטי", "he", 3, 1, 1, 1, now, 52));
        items.add(verdict(
                alert(d, "d4", "Envoy of the neighbours calls for talks within the week", "en", 3, 2, 2, 2, now, 95),
                "irrelevant",
                "Ines",
                null));
        items.add(silence(now));
        return list.putNull("nextCursor");
    }

    /** That many alerts of three topics, one a minute back in time. */
    static ObjectNode many(int count, Instant now) {
        var list = Json.mapper().createObjectNode();
        var items = list.putArray("items");
        var topics = List.of("protests", "csto-deployment", "diplomatic-reactions");
        IntStream.range(0, count)
                .forEach(i -> items.add(alert(
                        topics.get(i % 3),
                        "m" + i,
                        "Invented report no. " + i + " of a crowd before the town hall, as residents tell",
                        i % 4 == 0 ? "ru" : "en",
                        i % 5,
                        1 + i % 4,
                        1 + i % 9,
                        1 + i % 3,
                        now,
                        i)));
        return list.putNull("nextCursor");
    }

    /** How many articles it had when it rang before, for the line of its growth. */
    static ObjectNode history(ObjectNode alert) {
        var history = alert.deepCopy();
        var revisions = history.putArray("revisions");
        int last = alert.path("revision").asInt();
        var end = Instant.parse(alert.at("/times/alerted").asText());
        for (int revision = 1; revision <= last; revision++) {
            var before = alert.deepCopy();
            before.put("revision", revision);
            before.put("articleCount", Math.max(1, alert.path("articleCount").asInt() * revision / last));
            ((ObjectNode) before.path("times"))
                    .put(
                            "alerted",
                            end.minus(Duration.ofMinutes(11L * (last - revision)))
                                    .toString());
            revisions.add(before);
        }
        return history;
    }

    private static ObjectNode alert(
            String topic,
            String story,
            String headline,
            String language,
            int severity,
            int revision,
            int articles,
            int origins,
            Instant now,
            int minutesAgo) {
        var alerted = now.minus(Duration.ofMinutes(minutesAgo));
        ObjectNode alert = Json.mapper().valueToTree(Samples.alert(story, revision, headline, alerted));
        alert.put("topic", topic).put("language", language).put("severity", SEVERITIES.get(severity));
        alert.put("articleCount", articles).put("independentOrigins", Math.min(origins, articles));
        alert.put("credibility", 1 + severity).put("urgency", severity == 0 ? "Immediate" : "Expected");
        alert.putArray("changes");
        var languages = alert.putArray("languages").add(language);
        List.of("en", "ru", "it", "fr", "de").stream()
                .filter(l -> !l.equals(language))
                .limit(Math.max(0, origins - 1))
                .forEach(languages::add);
        var places = alert.putArray("places");
        places.addObject()
                .put("id", "almaty")
                .put("name", severity % 2 == 0 ? "Almaty" : "Aktau")
                .put("country", "KZ");
        alert.putArray("countries").add("KZ");
        var told = alert.putArray("origins");
        IntStream.range(0, origins).forEach(i -> told.addObject()
                .put("source", "s" + i)
                .put("name", PUBLISHERS.get((i + severity) % PUBLISHERS.size()))
                .put("articles", 1)
                .putArray("repeatedBy"));
        alert.putArray("links");
        alert.withArray("links")
                .addObject()
                .put("article", "article-" + story)
                .put("url", "https://wire.example/" + story)
                .put("title", headline)
                .put("source", PUBLISHERS.get(severity % PUBLISHERS.size()))
                .put("language", language);
        ((ObjectNode) alert.path("times"))
                .put("published", alerted.minusSeconds(90).toString());
        alert.putNull("verdict");
        return alert.put(
                "firstAlerted", alerted.minusSeconds(600L * (revision - 1)).toString());
    }

    private static ObjectNode change(ObjectNode alert, String... kindsAndTexts) {
        var changes = alert.putArray("changes");
        for (int i = 0; i < kindsAndTexts.length; i += 2) {
            var change = changes.addObject().put("kind", kindsAndTexts[i]).put("text", kindsAndTexts[i + 1]);
            switch (kindsAndTexts[i]) {
                case "severity" -> change.put("before", "Severe").put("after", "Extreme");
                case "new-origin" -> change.put("before", "3").put("after", "4");
                case "articles" -> change.put("before", "4").put("after", "9");
                case "new-language" -> change.put("before", "de").put("after", "de, it, fr");
                default -> change.putNull("before").putNull("after");
            }
        }
        return alert;
    }

    private static ObjectNode verdict(ObjectNode alert, String kind, String by, String note) {
        var verdict =
                alert.putObject("verdict").put("id", "v-" + alert.path("story").asText());
        verdict.put("story", alert.path("story").asText())
                .put("verdict", kind)
                .put("by", by)
                .put("note", note);
        verdict.put("at", alert.at("/times/alerted").asText());
        return alert;
    }

    private static ObjectNode silence(Instant now) {
        ObjectNode alert = Json.mapper()
                .valueToTree(Samples.silence(
                        "coverage-1",
                        1,
                        dev.tocsin.contracts.Alert.MsgType.Alert,
                        "Valley Post: nothing in 6 h, usually 24: its server refuses us"));
        ((ObjectNode) alert.path("times"))
                .put("alerted", now.minus(Duration.ofMinutes(44)).toString());
        alert.putNull("verdict");
        return alert;
    }
}
