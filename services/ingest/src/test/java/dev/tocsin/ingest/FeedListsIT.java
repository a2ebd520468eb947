package dev.tocsin.ingest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tocsin.local.TestStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many feeds at a time, undo, filters, lists and previews. Each test's feeds are paused and carry a tag of their own. */
@QuarkusTest
@QuarkusTestResource(TestStack.class)
@TestProfile(QuickPolls.class)
class FeedListsIT {
    private static final String PROBLEM = "application/problem+json";

    private final String tag = "t" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeAll
    static void sendXmlAsItIs() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .defaultContentCharset(StandardCharsets.UTF_8)
                        .encodeContentTypeAs("text/x-opml", ContentType.TEXT)
                        .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT));
    }

    @Test
    void addsEachLineThatIsRight_andSaysWhatIsWrongWithTheOthers() {
        var known = add("known");
        lines(
                        """
                {"url":"https://%1$s-one.invalid/","tags":["%1$s","asia/central"],"paused":true,"language":"KK"}

                {"url":"ftp://%1$s.invalid/"}
                {"url":"https://%1$s-two.invalid/","tags":["%1$s"],"paused":true,"fullText":"sometimes"}
                not json
                {"url":"https://%1$s-known.invalid/"}
                """
                                .formatted(tag))
                .statusCode(207)
                .body("created", equalTo(1))
                .body("existing", equalTo(1))
                .body("refused", equalTo(3))
                .body("items.line", contains(1, 3, 4, 5, 6))
                .body("items.status", contains(201, 422, 422, 422, 409))
                .body("items[1].reason", containsString("http:// or https://"))
                .body("items[2].reason", containsString("'fullText' is 'sometimes'"))
                .body("items[3].reason", containsString("not JSON"))
                .body("items[4].id", equalTo(known));
        list("tag=" + tag).body("items", hasSize(2)).body("items.language", hasItem("kk"));
    }

    @Test
    void findsFeedsByTagStateCountryLanguageAndWords() {
        lines(
                        """
                {"url":"https://%1$s-a.invalid/","title":"Степной ВЕСТНИК","tags":["%1$s/inner"],"paused":true,"language":"ru","source":{"country":"KZ"}}
                {"url":"https://%1$s-b.invalid/","title":"Courier (south)","tags":["%1$s"],"paused":true,"language":"en"}
                """
                                .formatted(tag))
                .body("created", equalTo(2));
        list("tag=" + tag).body("items", hasSize(2)).body("items.state", contains("new", "new"));
        list("tag=" + tag + "/inner").body("items", hasSize(1));
        list("tag=" + tag + "&country=kz").body("items.title", contains("Степной ВЕСТНИК"));
        list("tag=" + tag + "&language=en").body("items.title", contains("Courier (south)"));
        list("q=" + tag + " вестник").body("items.title", contains("Степной ВЕСТНИК"));
        list("q=" + tag + " (south)").body("items.title", contains("Courier (south)"));
        list("tag=" + tag + "&state=paused").body("items", hasSize(2));
        list("tag=" + tag + "&state=new").body("items", hasSize(0));
        given().get("/feeds/facets")
                .then()
                .statusCode(200)
                .body("tags." + tag, equalTo(1))
                .body("states.paused", notNullValue());
        given().get("/feeds?state=sleepy")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("'state' is 'sleepy', expected one of"));
    }

    @Test
    void bringsADeletedFeedBack_asItWas() {
        var id = add("gone");
        given().delete("/feeds/" + id).then().statusCode(204);
        given().get("/feeds/" + id).then().statusCode(404);
        given().get("/feeds/deleted").then().statusCode(200).body("items.id", hasItem(id));
        given().post("/feeds/" + id + "/restore")
                .then()
                .statusCode(200)
                .body("tags", contains(tag))
                .body("paused", equalTo(true));
        given().get("/feeds/deleted").then().body("items.id", not(hasItem(id)));
        given().post("/feeds/" + id + "/restore")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("detail", containsString("GET /feeds/deleted"));
    }

    @Test
    void actsOnASelection_byIdsAndByAFilter() {
        var one = add("one");
        var two = add("two");
        act("{\"action\":\"tag\",\"ids\":[\"" + one + "\",\"" + two + "\",\"nobody\"],\"tags\":[\"x\",\"" + tag
                        + "\"]}")
                .body("done", equalTo(2))
                .body("missing", contains("nobody"));
        given().get("/feeds/" + one).then().body("tags", contains(tag, "x"));
        act("{\"action\":\"untag\",\"filter\":{\"tag\":\"" + tag + "\"},\"tags\":[\"x\"]}")
                .body("done", equalTo(2));
        given().get("/feeds/" + one).then().body("tags", contains(tag));
        act("{\"action\":\"resume\",\"ids\":[\"" + one + "\"]}").body("done", equalTo(1));
        given().get("/feeds/" + one).then().body("paused", equalTo(false));
        act("{\"action\":\"pause\",\"filter\":{\"q\":\"" + tag + "\"}}").body("done", equalTo(2));
        given().get("/feeds/" + one).then().body("paused", equalTo(true)).body("nextTry", nullValue());
        act("{\"action\":\"delete\",\"filter\":{\"tag\":\"" + tag + "\"}}").body("done", equalTo(2));
        list("tag=" + tag).body("items", hasSize(0));
        act("{\"action\":\"restore\",\"ids\":[\"" + one + "\",\"" + two + "\"]}")
                .body("done", equalTo(2));
        list("tag=" + tag).body("items.id", containsInAnyOrder(one, two));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|'action' is ''",
                "{\"action\":\"explode\",\"ids\":[]}|expected one of pause, resume",
                "{\"action\":\"pause\"}|give 'ids', or 'filter'",
                "{\"action\":\"pause\",\"ids\":[],\"filter\":{}}|and not both",
                "{\"action\":\"tag\",\"ids\":[]}|'tags' is missing",
                "{\"action\":\"pause\",\"filter\":{\"colour\":\"red\"}}|'colour' is no key",
                "{\"action\":\"restore\",\"filter\":{}}|give 'ids' to restore"
            })
    void refusesAnActionThatIsNotClear(String body, String reason) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/feeds/actions")
                .then()
                .statusCode(422)
                .contentType(PROBLEM)
                .body("detail", containsString(reason));
    }

    @Test
    void takesBackWhatItGaveAsOpml_withEverySettingButTheSecrets() {
        lines(
                """
                {"url":"https://%1$s-a.invalid/?a=1&b=2","title":"A \\"B\\" <c>","tags":["%1$s/north","late"],"paused":true,"language":"tg","interval":"PT1S","fullText":"never","source":{"id":"a","name":"The A","country":"TJ","reliability":"C"},"access":{"user":"u","password":"hush-hush"}}
                {"url":"https://%1$s-b.invalid/","tags":["%1$s"],"paused":true}
                """
                        .formatted(tag));
        var before = list("tag=" + tag).extract().jsonPath().getList("items.title");
        var opml = given().get("/feeds.opml")
                .then()
                .statusCode(200)
                .contentType(containsString("text/x-opml"))
                .header("Content-Disposition", containsString("tocsin-feeds.opml"))
                .extract()
                .asString();
        assertThat(opml).doesNotContain("hush-hush");
        act("{\"action\":\"delete\",\"filter\":{\"tag\":\"" + tag + "\"}}").body("done", equalTo(2));
        opml(opml, "?dryRun=true")
                .body("items.find { it.url.contains('" + tag + "-a') }.feed.tags", contains(tag + "/north", "late"));
        list("tag=" + tag).body("items", hasSize(0));
        opml(opml, "").statusCode(207).body("created", equalTo(2)).body("refused", equalTo(0));
        list("tag=" + tag).body("items.title", containsInAnyOrder(before.toArray()));
        var a = list("tag=" + tag + "&language=tg").extract().jsonPath();
        assertThat(a.getString("items[0].interval")).isEqualTo("PT1S");
        assertThat(a.getString("items[0].fullText")).isEqualTo("never");
        assertThat(a.getString("items[0].source.reliability")).isEqualTo("C");
        assertThat(a.getBoolean("items[0].access.password")).isFalse();
    }

    @Test
    void refusesOpmlThatBreaksOff_withTheLine_andAddsNothing() {
        opml(
                        "<opml version='2.0'><body>\n<outline xmlUrl='https://" + tag + ".invalid/' category='" + tag
                                + "'/>\n<outline text='",
                        "")
                .statusCode(400)
                .contentType(PROBLEM)
                .body("detail", containsString("line 3"));
        list("tag=" + tag).body("items", hasSize(0));
    }

    @Test
    void takesTenThousandFeedsAtATime() {
        var lines = IntStream.range(0, 10_000)
                .mapToObj(i -> "{\"url\":\"https://" + tag + ".invalid/" + i + "\",\"paused\":true,\"tags\":[\"" + tag
                        + "\"]}")
                .collect(Collectors.joining("\n"));
        lines(lines).body("created", equalTo(10_000));
        list("tag=" + tag + "&limit=500").body("items", hasSize(500)).body("nextCursor", notNullValue());
        given().get("/feeds/facets").then().body("tags." + tag, equalTo(10_000));
        act("{\"action\":\"delete\",\"filter\":{\"tag\":\"" + tag + "\"}}").body("done", equalTo(10_000));
        lines(lines + "\n{\"url\":\"https://one.too.many.invalid/\"}").statusCode(413);
    }

    private String add(String name) {
        return lines("{\"url\":\"https://" + tag + "-" + name + ".invalid/\",\"paused\":true,\"tags\":[\"" + tag
                        + "\"]}")
                .statusCode(207)
                .body("created", equalTo(1))
                .extract()
                .path("items[0].id");
    }

    private static ValidatableResponse lines(String body) {
        return given().contentType("application/x-ndjson")
                .body(body)
                .post("/feeds")
                .then();
    }

    private static ValidatableResponse opml(String body, String query) {
        return given().contentType("text/x-opml")
                .body(body)
                .post("/feeds/opml" + query)
                .then();
    }

    private static ValidatableResponse act(String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/feeds/actions")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse list(String query) {
        return given().get("/feeds?" + query).then().statusCode(200);
    }
}
