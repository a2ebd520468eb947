package dev.tocsin.archive;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tocsin.archive.query.Page;
import dev.tocsin.archive.query.Position;
import dev.tocsin.archive.query.Slice;
import dev.tocsin.archive.query.StoryQuery;
import dev.tocsin.local.TestStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every error is a problem of RFC 9457 that says what, where and how to mend it. */
@QuarkusTest
@WithTestResource(TestStack.class)
class BadRequestIT {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    GET    | /articles?limit=-1                | 400 | 'limit' is '-1', expected a whole number from 1 to 200
                    GET    | /articles?limit=0                 | 400 | 'limit' is '0', expected a whole number from 1 to 200
                    GET    | /stories?limit=201                | 400 | 'limit' is '201', expected a whole number from 1 to 200
                    GET    | /alerts?limit=many                | 400 | 'limit' is 'many', expected a whole number from 1 to 200
                    GET    | /alerts?limit=1&limit=2           | 400 | 'limit' is given 2 times
                    GET    | /articles?cursor=nowhere          | 400 | 'cursor' is none of this API
                    GET    | /stories?cursor=%F0%9F%94%94      | 400 | 'cursor' is none of this API
                    GET    | /articles?from=yesterday          | 400 | 'from' is 'yesterday', expected a date and time
                    GET    | /articles?to=2022-13-01T00:00:00Z | 400 | 'to' is '2022-13-01T00:00:00Z', expected a date and time
                    GET    | /articles?from=2022-01-02T00:00:00Z&to=2022-01-01T00:00:00Z | 400 | 'from' is 2022-01-02T00:00:00Z, after 'to'
                    GET    | /articles?q=gas+%22fuel           | 400 | 'q' at character 5: this quotation mark is not closed
                    GET    | /articles?q=colour:red            | 400 | 'q' at character 1: there is no field 'colour'
                    GET    | /articles?q=%26%26                | 400 | 'q' at character 1: there is no word in this
                    GET    | /articles?sort=oldest             | 400 | 'sort' is 'oldest', expected one of newest, best
                    GET    | /articles?reliability=G           | 400 | 'reliability' is none of the grades
                    GET    | /articles?q=gas&cursor=AAAA       | 400 | 'cursor' is none of this search
                    DELETE | /searches/nothing                 | 404 | there is no saved search 'nothing'
                    GET    | /stories?state=burning            | 400 | 'state' is 'burning', expected one of open, closed, merged
                    GET    | /alerts?status=unknown            | 400 | 'status' is 'unknown', expected one of new, acknowledged, relevant, irrelevant, muted
                    GET    | /alerts?since=2022-01-06T20:00:00+06:00 | 400 | write the + of an offset as %2B
                    GET    | /articles/nothing                 | 404 | there is no article 'nothing'
                    GET    | /stories/nothing                  | 404 | there is no story 'nothing'
                    GET    | /alerts/nothing                   | 404 | there is no alert of a story 'nothing'
                    GET    | /topics/nothing                   | 404 | there is no topic 'nothing'
                    GET    | /nowhere                          | 404 | there is nothing at this path
                    GET    | /                                 | 404 | there is nothing at this path
                    GET    | /articles/a/b                     | 404 | there is nothing at this path
                    POST   | /articles                         | 405 | the archive is read with GET
                    DELETE | /topics/protests                  | 405 | the archive is read with GET
                    """)
    void isAnsweredWithAProblem(Method method, String path, int status, String detail) {
        given().urlEncodingEnabled(false)
                .request(method, path)
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("about:blank"), "status", equalTo(status))
                .body("detail", containsString(detail))
                .body("instance", equalTo(path.replaceAll("\\?.*", "")));
    }

    @Test
    void isAnsweredWithAProblem_whenTheAnswerWouldHaveToBeXml() {
        given().accept("text/xml")
                .get("/articles")
                .then()
                .statusCode(406)
                .contentType("application/problem+json")
                .body("detail", containsString("application/json"));
    }

    @Test
    void isAnsweredWithAProblem_whenACursorIsTakenToAnotherList() {
        var place = new Slice<>(List.of("s1"), new Position(Instant.EPOCH, "s1"));
        var ofStories =
                Page.of(place, new StoryQuery(null, null, null, 1).scope()).nextCursor();

        given().queryParam("cursor", ofStories).get("/stories").then().statusCode(200);
        given().queryParam("cursor", ofStories)
                .get("/alerts")
                .then()
                .statusCode(400)
                .body("detail", containsString("'cursor' belongs to another list"));
    }

    @Test
    void ignoresAParameterItDoesNotKnow() {
        given().get("/articles?colour=blue&limit=").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "99999999999999999999",
                "{\"a\": {\"$oid\": \"none\"}}",
                "{\"$date\":",
                "[1]",
                "{\"a\": {\"$date\": \"never\"}}",
                "{\"a\": {\"$numberDecimal\": \"x\"}}"
            })
    void isAnsweredWithAProblem_whenALineOfAnImportIsNoDocument(String line) {
        given().contentType("application/octet-stream")
                .body(line.getBytes(UTF_8))
                .post("/archive/import")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("line 1 "));
    }
}
