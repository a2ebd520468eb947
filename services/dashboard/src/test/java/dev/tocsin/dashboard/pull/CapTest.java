package dev.tocsin.dashboard.pull;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.contracts.Alert;
import dev.tocsin.contracts.Place;
import dev.tocsin.dashboard.pages.AlertHistory;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.SAXException;

class CapTest {
    static final Instant AT = Instant.parse("2022-01-05T12:00:00.789Z");
    private static final URI PAGE = URI.create("https://tocsin.example/stories/s1");
    private static final List<Place> PLACES = List.of(
            new Place("Q35493", "Almaty & <oblast>", "KZ", 43.25, 76.95, 0, 6),
            new Place("Q35493", "Almaty", "KZ", 43.25, 76.95, 9, 15),
            new Place("Q232", "Kazakhstan", null, null, null, 20, 30));

    @ParameterizedTest
    @EnumSource(Alert.Status.class)
    void keepsTheRules_whateverTheStatus(Alert.Status status) throws Exception {
        assertThat(CapRules.broken(cap(alerts(3, status, "Protest"), PLACES))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "]]> <x> & \u0000 \uFFFE \uD83D", "احتجاجات في المدينة"})
    void keepsTheRules_whateverTheHeadline(String headline) throws Exception {
        assertThat(CapRules.broken(cap(alerts(1, Alert.Status.Actual, headline), List.of())))
                .isEmpty();
    }

    /** The schema is not ours to carry: {@code ./tocsin test -Dcap.schema=FILE} where OASIS' CAP-v1.2.xsd lies. */
    @ParameterizedTest
    @CsvSource({"1,Actual", "3,Actual", "2,Exercise"})
    @EnabledIfSystemProperty(named = "cap.schema", matches = ".+")
    void isValidByTheSchemaOfOasis(int revisions, Alert.Status status) throws Exception {
        var schema = SchemaFactory.newDefaultInstance()
                .newSchema(Path.of(System.getProperty("cap.schema")).toFile());
        var good = cap(alerts(revisions, status, "]]> <x> & \u0000 احتجاجات"), PLACES);

        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(good))))
                .doesNotThrowAnyException();
        var bad = text(good).replace("-00:00", "Z").getBytes(UTF_8);
        assertThatThrownBy(() -> schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(bad))))
                .isInstanceOf(SAXException.class);
    }

    @Test
    void refersToAllThatCameBefore() {
        assertThat(text(cap(alerts(3, Alert.Status.Actual, "Protest"), List.of())))
                .contains("<identifier>s_1_x.3</identifier>", "<sent>2022-01-05T12:03:00-00:00</sent>")
                .contains("<references>tocsin@example.org,s_1_x.1,2022-01-05T12:01:00-00:00"
                        + " tocsin@example.org,s_1_x.2,2022-01-05T12:02:00-00:00</references>");
        assertThat(text(cap(alerts(1, Alert.Status.Actual, "Protest"), List.of())))
                .doesNotContain("<references>");
    }

    @Test
    void saysWhatItIs_inAnExercise() {
        assertThat(text(cap(alerts(1, Alert.Status.Exercise, "Protest"), List.of())))
                .contains("<status>Exercise</status>", "<note>");
    }

    @Test
    void hasAnInfoForEachLanguageThereIsATitleIn() {
        assertThat(text(cap(alerts(1, Alert.Status.Actual, "Protest"), List.of())))
                .contains("<language>en</language>", "<headline>Protest</headline>")
                .contains("<language>ru</language>", "<headline>Протест</headline>");
    }

    @Test
    void hasAnAreaForEachPlace_onceInEachLanguage() {
        var infos = text(cap(alerts(1, Alert.Status.Actual, "Protest"), PLACES)).split("<info>");

        assertThat(infos).hasSize(3);
        assertThat(infos[2])
                .containsOnlyOnce("<circle>43.25000,76.95000 0</circle>")
                .contains("<areaDesc>Almaty &amp; &lt;oblast&gt;</areaDesc>", "<areaDesc>Kazakhstan</areaDesc>");
    }

    @Test
    void refusesASenderThatReferencesCouldNotHold() {
        assertThatThrownBy(() -> new Cap("Tocsin, the desk")).hasMessageContaining("tocsin.dashboard.sender");
    }

    @Test
    void breaksTheRules_whenTheyAreBroken() throws Exception {
        var good = text(cap(alerts(2, Alert.Status.Actual, "Protest"), PLACES));

        assertThat(CapRules.broken(good.replace("-00:00", "Z").getBytes(UTF_8))).isNotEmpty();
        assertThat(CapRules.broken(good.replace("<scope>Restricted</scope>", "").getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(CapRules.broken(
                        good.replaceAll("<references>.*</references>", "").getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(CapRules.broken(good.replace(">Severe<", ">Bad<").getBytes(UTF_8)))
                .isNotEmpty();
        assertThat(CapRules.broken(good.replace("areaDesc", "areaName").getBytes(UTF_8)))
                .isNotEmpty();
    }

    private static byte[] cap(AlertHistory history, List<Place> places) {
        return new Cap("tocsin@example.org").xml(history, "Protests", places, PAGE);
    }

    private static String text(byte[] xml) {
        return new String(xml, UTF_8);
    }

    /** Some revisions of one story, a minute apart. */
    static AlertHistory alerts(int count, Alert.Status status, String headline) {
        var revisions = new ArrayList<Alert>();
        for (int revision = count; revision >= 1; revision--) {
            var at = AT.plusSeconds(60L * revision);
            revisions.add(new Alert(
                    "s 1,x",
                    "protests",
                    revision,
                    revision == 1 ? Alert.MsgType.Alert : Alert.MsgType.Update,
                    status,
                    Alert.Urgency.Immediate,
                    Alert.Severity.Severe,
                    Alert.Certainty.Likely,
                    headline,
                    "en",
                    List.of(),
                    List.of(new Alert.Change("claim", "killed: " + revision + " <b>", null, null)),
                    3,
                    2,
                    List.of("en", "ru"),
                    2,
                    new Alert.Times(null, at, at, at),
                    List.of(
                            new Alert.Link("a1", "https://wire.example/1", "Протест", "Wire", "ru"),
                            new Alert.Link("a2", null, null, "Wire", "kk"))));
        }
        return new AlertHistory(revisions.getFirst(), revisions, List.of());
    }
}
