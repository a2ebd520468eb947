package dev.tocsin.dashboard.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.ClassifiedArticle;
import dev.tocsin.contracts.Json;
import dev.tocsin.dashboard.words.Catalogue;
import dev.tocsin.dashboard.words.Language;
import dev.tocsin.dashboard.words.Speech;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private static final Speech ENGLISH = new Catalogue().speech(Language.ENGLISH, "story");

    @Test
    void tellsFiguresStancesAndNames() throws Exception {
        var found = of(
                """
                "claims":[
                 {"kind":"killed","low":18,"high":18,"scope":"security","attributedTo":"Interior Ministry",
                  "certainty":"official","quote":"18 officers died","start":0,"end":16},
                 {"kind":"detained","low":2000,"high":null,"scope":"unspecified","certainty":"reported","quote":"over 2,000","start":0,"end":10},
                 {"kind":"injured","low":null,"high":60,"scope":"civilians","certainty":"rumour","quote":"up to 60","start":0,"end":8},
                 {"kind":"missing","low":3,"high":5,"scope":"children","certainty":"denied","quote":"3 to 5","start":0,"end":6}],
                "reactions":[{"actor":"Ruritania","stance":"offers-help","towards":"Kazakhstan","quote":"ready to help","start":0,"end":13}],
                "actors":[{"id":"r","type":"state","name":"Ruritania","start":0,"end":9},{"id":"r","type":"state","name":"Ruritania","start":20,"end":29}],
                "places":[{"id":"p","name":"Veltrova","start":0,"end":8}]
                """);
        assertThat(found.figures())
                .extracting(f -> f.number() + " " + f.kind() + " " + f.scope())
                .containsExactly(
                        "18 killed security",
                        "at least 2,000 detained ",
                        "up to 60 injured civilians",
                        "3 to 5 missing children");
        assertThat(found.stances())
                .containsExactly(new Findings.Stance("Ruritania", "offers-help", "Kazakhstan", "ready to help"));
        assertThat(found.names())
                .containsExactly(new Findings.Name("Ruritania", "state", 2), new Findings.Name("Veltrova", "place", 1));
    }

    @Test
    void isEmpty_whereNothingWasFound() throws Exception {
        assertThat(of("\"claims\":[]").isEmpty()).isTrue();
    }

    private static Findings of(String fields) throws Exception {
        var article =
                """
                {"id":"a","revision":1,"url":"https://wire.example/1","title":"t","text":"x","fetchedAt":"2022-01-05T12:00:00Z",
                 "source":{"id":"wire.example","name":"Steppe Wire"},"language":{"tag":"en","confidence":0.9},
                 "classifiedAt":"2022-01-05T12:00:01Z","topics":[],%s}
                """
                        .formatted(fields);
        return Findings.of(Json.read(article.getBytes(), ClassifiedArticle.class), ENGLISH);
    }
}
