package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two people who edit the same feed. */
@QuarkusTest
@TestProfile(FakeIngest.Alone.class)
class FeedEditsIT {
    private static final String PATH = "/api/feeds/steppe";

    @BeforeEach
    void hold() {
        FakeIngest.holds(FeedSamples.feed("steppe", "Steppe Wire", "wire"));
    }

    private static String tag() {
        return given().get(PATH).then().statusCode(200).extract().header("ETag");
    }

    private static Response patch(RequestSpecification request, String body) {
        return request.contentType("application/merge-patch+json").body(body).patch(PATH);
    }

    @Test
    void changesIt_whereItIsAsTheClientSawIt_howeverItWasPolledMeanwhile() {
        var tag = tag();
        FakeIngest.feed("steppe").put("state", "failing");

        patch(given().header("If-Match", tag), "{\"tags\":[\"night\"]}")
                .then()
                .statusCode(200)
                .body("tags[0]", equalTo("night"));
    }

    @Test
    void refusesTheSecond_whoKnowsNothingOfTheFirst() {
        var tag = tag();
        patch(given().header("If-Match", tag), "{\"title\":\"First\"}").then().statusCode(200);

        patch(given().header("If-Match", tag), "{\"title\":\"Second\"}")
                .then()
                .statusCode(412)
                .contentType("application/problem+json");
        given().header("If-Match", tag).delete(PATH).then().statusCode(412);
        given().header("If-Match", tag()).delete(PATH).then().statusCode(204);
    }

    @Test
    void wantsToKnowWhatAListReplaces() {
        patch(given(), "{\"tags\":[]}").then().statusCode(428).contentType("application/problem+json");
        patch(given(), "{\"title\":\"Plain\"}").then().statusCode(200);
        patch(given().header("If-Match", "*"), "{\"tags\":[]}").then().statusCode(200);
    }
}
