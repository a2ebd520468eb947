package dev.tocsin.alerts.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.alerts.burst.BurstRules;
import dev.tocsin.alerts.burst.Subject;
import dev.tocsin.contracts.Alert;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyFileTest {
    private static final Path SHIPPED = Path.of("../../deploy/alert-policy.yaml");

    @Test
    void shipsWhatIsBuiltIn() throws Exception {
        assertThat(PolicyFile.read(SHIPPED)).isEqualTo(AlertRules.DEFAULTS);
        assertThat(SHIPPED)
                .hasSameTextualContentAs(Path.of("src/main/resources/dev/tocsin/alerts/policy/alert-policy.yaml"));
    }

    @Test
    void changesWhatATopicSays_andKeepsTheRest() throws Exception {
        var rules = read(
                """
                coolDown: 2m
                topics:
                  protests: {minimumOrigins: 3, changes: {articles: never}}
                """);

        var protests = rules.of("protests");
        assertThat(protests.minimumOrigins()).isEqualTo(3);
        assertThat(protests.coolDown()).isEqualTo(Duration.ofMinutes(2));
        assertThat(protests.of("articles")).isEqualTo(Ringing.NEVER);
        assertThat(protests.of("phase")).isEqualTo(Ringing.AT_ONCE);
        assertThat(protests.severity()).isEqualTo(AlertRules.DEFAULTS.common().severity());
        assertThat(rules.of("others").minimumOrigins()).isEqualTo(1);
        assertThat(rules.of("others").severity().getFirst().is()).isEqualTo(Alert.Severity.Extreme);
    }

    @Test
    void watchesTheBurstsThatATopicSays() throws Exception {
        var rules = read(
                """
                bursts: {window: 1h}
                topics:
                  protests: {bursts: {of: [topic, place], articles: 9}}
                  football: {bursts: {of: []}}
                """);

        assertThat(rules.bursts("protests"))
                .isEqualTo(new BurstRules(
                        Set.of(Subject.Kind.TOPIC, Subject.Kind.PLACE),
                        Duration.ofHours(1),
                        3,
                        9,
                        2,
                        Duration.ofHours(6)));
        assertThat(rules.bursts("football").of()).isEmpty();
        assertThat(rules.bursts("others").articles()).isEqualTo(5);
    }

    @Test
    void isTheBuiltInOne_whenTheFileIsEmpty() throws Exception {
        assertThat(read("# nothing\n").common()).isEqualTo(AlertRules.DEFAULTS.common());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            coolDown: soon                                  | policy.yaml line 1: 'coolDown' is "soon", expected a time
            cooldown: 1m                                    | policy.yaml line 1: 'cooldown' is not known here; known are
            topics: {protests: {minimumOrigins: 0}}         | 'topics.protests.minimumOrigins' is 0, expected a whole number from 1
            changes: {figures: rings}                       | 'changes.figures' is not known here
            changes: {figure: loudly}                       | 'changes.figure' is "loudly", expected one of at-once, rings
            severity: [{killed: 1}]                         | 'severity.0' says no severity: 'is' is missing
            severity: [{is: Severe, kiled: 1}]              | 'severity.0.kiled' is not known here
            severity: [{is: Grave, killed: 1}]              | 'severity.0.is' is "Grave", expected one of Extreme, Severe
            severity: Severe                                | 'severity' must be a list
            repeat: {most: 3, after: 0s}                    | 'repeat' needs 'after'
            phases: {of: CSTO, steps: [{name: landed}]}     | 'phases.steps.0.signals' must be a list
            bursts: {of: [topics]}                          | policy.yaml line 1: 'bursts.of.0' is "topics", expected one of topic, place, actor
            bursts: {of: topic}                             | 'bursts.of' must be a list
            bursts: {window: 10m}                           | 'bursts.window' is 10m, expected 15m to 1d in steps of five minutes
            bursts: {window: 61m}                           | 'bursts.window' is 61m, expected 15m to 1d
            bursts: {window: 2d}                            | 'bursts.window' is 2d, expected 15m to 1d
            bursts: {factor: 1}                             | 'bursts.factor' is 1, expected a whole number from 2
            bursts: {origins: 1}                            | 'bursts.origins' is 1, expected a whole number from 2
            bursts: {articles: 2}                           | 'bursts.articles' is 2, expected a whole number from 3
            bursts: {cooldown: 1h}                          | 'bursts.cooldown' is not known here; known are articles, coolDown
            topics: {a: {bursts: {coolDown: soon}}}         | 'topics.a.bursts.coolDown' is "soon", expected a time
            coolDown: [                                     | policy.yaml line 1: is not YAML
            - coolDown                                      | is no list of keys
            """)
    void saysWhereAndWhatIsWrong(String yaml, String complaint) {
        assertThatThrownBy(() -> read(yaml))
                .isInstanceOf(InvalidPolicyException.class)
                .hasMessageContaining(complaint);
    }

    @Test
    void namesTheLine_deepInTheFile() {
        assertThatThrownBy(() -> read("coolDown: 1m\ntopics:\n  protests:\n    coolDown: never\n"))
                .hasMessageStartingWith("policy.yaml line 4: 'topics.protests.coolDown'");
    }

    @Test
    void complains_whenTheFileIsNotThereOrNoText() throws Exception {
        assertThatThrownBy(() -> PolicyFile.read(Path.of("nowhere.yaml"))).hasMessageContaining("cannot be read");
        var binary = Files.createTempFile("policy", ".yaml");
        Files.write(binary, new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThatThrownBy(() -> PolicyFile.read(binary)).hasMessageContaining("is not UTF-8");
        Files.delete(binary);
    }

    private static AlertRules read(String yaml) throws InvalidPolicyException {
        return PolicyFile.read("policy.yaml", yaml, AlertRules.DEFAULTS.common());
    }
}
