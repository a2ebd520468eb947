package dev.tocsin.classify;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TopicPack;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Drafts over HTTP: tried with their examples, with a text, with many, and written as YAML. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(ClassificationStageIT.WithFloods.class)
class TrialsIT {
    private static final String PACK =
            """
            id: storms
            version: 7
            name: {en: Storms}
            threshold: 0.5
            titleBoost: 1
            signals:
              - {id: storm, weight: 0.6, terms: {en: [storm]}}
              - {id: teacup, weight: -0.9, terms: {en: [teacup]}}
            examples:
              match:
                - {language: en, text: Storms hit the coast.}
              reject:
                - {language: en, text: A storm in a teacup.}
            """;

    @Test
    void triesADraft_rightOrWrong() {
        trial(PACK)
                .body(
                        "sound",
                        equalTo(true),
                        "pack.version",
                        equalTo(7),
                        "examples.holds",
                        equalTo(List.of(true, true)));
        trial(PACK.replace("hit the coast", "in a teacup"))
                .body("sound", equalTo(false), "mistake", equalTo(null), "examples.holds", hasItem(false));
        trial(PACK.replace("threshold: 0.5", "threshold: 5"))
                .body("sound", equalTo(false), "mistake.reason", containsString("threshold"));
        trial(PACK.replace("threshold:", "treshold:"))
                .body("mistake.line", equalTo(4), "mistake.key", equalTo("treshold"));
    }

    @Test
    void meetsATextWithADraft_andTellsWhatIsWrongWithIt() {
        var text = Map.of("pack", PACK, "language", "en", "title", "A storm", "text", "It came at night.");
        json(text)
                .post("/packs/try")
                .then()
                .statusCode(200)
                .body("topic", equalTo("storms"))
                .body("score.belongs", equalTo(true))
                .body("score.evidence[0].start", equalTo(2));
        json(Map.of("pack", PACK.replace("[storm]", "['(storm']"), "text", "x"))
                .post("/packs/try")
                .then()
                .statusCode(422)
                .body("detail", containsString("line 7"), "detail", containsString("a '(' is not closed"));
        given().contentType("application/json")
                .body("{")
                .post("/packs/try")
                .then()
                .statusCode(400);
    }

    @Test
    void meetsManyTextsWithADraftAndTheVersionInForce() throws Exception {
        var draft = pack(PACK);
        var inForce = pack(PACK.replace("[storm]", "[gale]").replace("Storms hit", "Gales hit"));
        var texts = List.of(
                Map.of("id", "a", "language", "en", "text", "A storm came.", "sign", true),
                Map.of("id", "b", "language", "en", "text", "A gale came.", "sign", false));
        json(Map.of("packs", List.of(draft, inForce), "texts", texts))
                .post("/packs/meet")
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of("a", "b")))
                .body("items[0].hits.belongs", equalTo(List.of(true, false)))
                .body("items[1].hits.belongs", equalTo(List.of(false, true)))
                .body("items[0].signature", not(empty()))
                .body("items[1].signature", hasSize(0));
        json(Map.of("packs", List.of(), "texts", texts))
                .post("/packs/meet")
                .then()
                .statusCode(400);
    }

    @Test
    void writesAPackAsYaml_thatReadsAsTheSame() throws Exception {
        var pack = pack(PACK);
        var yaml =
                json(pack).post("/packs/yaml").then().statusCode(200).extract().asString();
        assertThat(pack(yaml)).isEqualTo(pack);
        trial(yaml).body("sound", equalTo(true), "pack.threshold.toDouble()", closeTo(0.5, 1e-9));
    }

    private static TopicPack pack(String yaml) throws Exception {
        var trial = Json.mapper().readTree(trial(yaml).extract().asByteArray());
        return Json.mapper().treeToValue(trial.path("pack"), TopicPack.class);
    }

    private static ValidatableResponse trial(String yaml) {
        return given().contentType("text/plain; charset=utf-8")
                .body(yaml)
                .post("/packs/trial")
                .then()
                .statusCode(200);
    }

    private static RequestSpecification json(Object body) {
        return given().contentType("application/json").body(Json.write(body));
    }
}
