package dev.tocsin.dashboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds, erasure and export by the API: in whose name the archive is asked. */
@QuarkusTest
@TestProfile(FakeLab.Alone.class)
class KeepIT {
    private static final String ADMIN = "local admin";

    @BeforeEach
    void reset() {
        FakeLab.reset();
    }

    @Test
    void holdsInTheNameOfWhoAsks() {
        given().contentType("application/json")
                .body(Map.of("why", "a court asks"))
                .put("/api/stories/s1/hold")
                .then()
                .statusCode(200);
        assertThat(FakeLab.ASKED)
                .singleElement()
                .asString()
                .startsWith("PUT /stories/s1/hold ")
                .contains("\"by\":\"" + ADMIN + "\"", "\"why\":\"a court asks\"");
    }

    @Test
    void liftsAndErasesInTheNameOfWhoAsks_whateverTheQuerySays() {
        given().delete("/api/stories/s1/hold?by=somebody-else").then().statusCode(204);
        given().queryParam("reason", "asked for & granted")
                .queryParam("by", "somebody-else")
                .delete("/api/articles/a1")
                .then()
                .statusCode(200)
                .body("revisions", equalTo(1));
        assertThat(FakeLab.ASKED)
                .extracting(String::strip)
                .containsExactly(
                        "DELETE /stories/s1/hold?by=local+admin",
                        "DELETE /articles/a1?by=local+admin&reason=asked+for+&+granted");
    }

    @Test
    void givesTheExport_andBringsTheServicesKey() {
        given().get("/api/archive/export").then().statusCode(200).body(containsString("\"end\":true"));
        assertThat(FakeLab.KEYS).containsExactly(LocalAdmin.SERVICE_KEY);
    }
}
