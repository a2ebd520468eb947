package dev.tocsin.notify.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.notify.delivery.Receiver;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutesFileTest {
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "HOOK_SECRET", "correct-horse-battery-staple-0001",
            "SHORT_SECRET", "hunter2",
            "SLACK_URL", "https://hooks.slack.example/services/T0/B0/x",
            "PAGER_KEY", "0123456789abcdef0123456789abcdef");

    @Test
    void readsEverythingThereIs() throws InvalidRoutesException {
        var routes = parse(
                """
                receivers:
                  hook: {type: webhook, url: "https://hooks.example/", secret-env: HOOK_SECRET}
                  chat: {type: slack, url-env: SLACK_URL}
                  pager: {type: pagerduty, key-env: PAGER_KEY}
                  phone: {type: ntfy, topic: tocsin-desk}
                  mail: {type: mail, to: [desk@example.org, night@example.org]}
                routes:
                  - name: desk
                    match: {topics: [protests], severity: Moderate, countries: [KZ], origins: 2, status: [Actual, Exercise]}
                    hours: {days: [mon, fri], from: "08:00", to: "20:00", zone: Asia/Almaty}
                    group: {by: topic, wait: 30s, interval: 5m}
                    quiet: {from: 22:00, to: 07:00, zone: Asia/Almaty, unless: Extreme}
                    to: [chat, mail]
                    escalate:
                      - {after: 10m, to: [phone]}
                      - {after: 30m, to: [pager]}
                  - name: morning
                    digest: {every: day, at: 07:00, zone: Europe/Rome, empty: true}
                    to: [mail]
                silences:
                  - match: {topics: [protests]}
                    start: 2022-01-06T20:00:00+06:00
                    end: 2022-01-06T22:00:00+06:00
                    by: anna
                    comment: drill
                """);

        assertThat(routes.receivers()).containsOnlyKeys("hook", "chat", "pager", "phone", "mail");
        assertThat(routes.receivers().get("chat"))
                .isInstanceOfSatisfying(
                        Receiver.Chat.class, chat -> assertThat(chat.url()).hasHost("hooks.slack.example"));
        var desk = routes.named("desk").orElseThrow();
        assertThat(desk.by()).isEqualTo(Route.GroupBy.TOPIC);
        assertThat(desk.gather()).isEqualTo(Duration.ofSeconds(30));
        assertThat(desk.steps())
                .extracting(Route.Step::after)
                .containsExactly(Duration.ofMinutes(10), Duration.ofMinutes(30));
        assertThat(routes.named("morning").orElseThrow().digest()).isNotNull();
        assertThat(routes.silences()).singleElement().satisfies(silence -> assertThat(silence.start())
                .isEqualTo(Instant.parse("2022-01-06T14:00:00Z")));
    }

    @Test
    void hasNothing_whenTheFileIsEmpty() throws InvalidRoutesException {
        assertThat(parse("# nothing yet").routes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "routes: {}                                                   | line 4: 'routes' is no list",
                "route: []                                                    | line 4: 'route' is no key here: use one of receivers, routes, silences",
                "routes: [{to: [hook]}]                                       | line 4: 'routes[0]' has no 'name': add it",
                "routes: [{name: A B, to: [hook]}]                            | 'routes[0].name' is 'A B', expected lower case letters",
                "routes: [{name: a, to: [nobody]}]                            | 'routes[0].to[0]' is 'nobody', which is no receiver: there are hook, mail",
                "routes: [{name: a, to: []}]                                  | 'routes[0].to' names no receiver",
                "routes: [{name: a, to: [mail], match: {severity: bad}}]      | is 'bad', expected one of Extreme, Severe, Moderate, Minor, Unknown",
                "routes: [{name: a, to: [mail], match: {countries: [kaz]}}]   | expected two capital letters (ISO 3166-1)",
                "routes: [{name: a, to: [mail], match: {origins: many}}]      | expected a number from 0 to 10000",
                "routes: [{name: a, to: [mail], match: {status: [Real]}}]     | expected one of Actual, Exercise, System, Test, Draft",
                "routes: [{name: a, to: [mail], group: {wait: soon}}]         | 'routes[0].group.wait' is 'soon', expected a duration such as 30s",
                "routes: [{name: a, to: [mail], group: {by: day}}]            | expected one of story, topic, route",
                "routes: [{name: a, to: [mail], hours: {from: \"8:00\", to: \"20:00\", zone: UTC}}] | expected a time such as \"07:30\"",
                "routes: [{name: a, to: [mail], hours: {from: \"08:00\", to: \"20:00\", zone: Mars}}] | expected a time zone such as Europe/Rome",
                "routes: [{name: a, to: [hook], digest: {every: hour, zone: UTC}}] | takes alerts one by one and no digest",
                "routes: [{name: a, to: [mail], digest: {every: day, zone: UTC}}] | has no 'at'",
                "routes: [{name: a, to: [mail], digest: {every: hour, zone: UTC}, quiet: {}}] | does not go with 'digest'",
                "routes: [{name: a, to: [mail]}, {name: a, to: [mail]}]       | two routes have the name 'a'",
                "routes: [{name: a, to: [mail], escalate: [{after: 2m, to: [hook]}, {after: 1m, to: [hook]}]}] | comes no later than the step before it",
                "routes: [{name: a, name: b, to: [mail]}]                     | 'routes[0].name' stands twice",
                "silences: [{match: {}, start: now, end: later, by: a, comment: c}] | expected a time such as",
                "routes: [{name: a                                            | is not YAML",
            })
    void namesLineKeyReasonAndWay_whenARouteIsWrong(String wrong, String reason) {
        assertThatThrownBy(() -> parse(
                        """
                        receivers:
                          hook: {type: webhook, url: "https://hooks.example/", secret-env: HOOK_SECRET}
                          mail: {type: mail, to: [desk@example.org]}
                        """
                                + wrong))
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessageStartingWith("routes.yaml line ")
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{type: pigeon}                                                  | expected one of webhook, slack",
                "{type: webhook, url: \"https://h.example/\"}                    | has no 'secret-env'",
                "{type: webhook, url: \"ftp://h.example/\", secret-env: HOOK_SECRET} | 'receivers.a.url' must start with https://",
                "{type: webhook, url: \"https://h.example/\", secret-env: UNSET} | UNSET, which is not set: set it",
                "{type: webhook, url: \"https://h.example/\", secret-env: SHORT_SECRET} | the secret has 7 characters",
                "{type: webhook, url: \"https://h.example/\", secret: hunter2}   | 'receivers.a.secret' is no key here",
                "{type: slack, url: \"https://hooks.slack.example/hunter2\"}     | 'receivers.a.url' is no key here",
                "{type: slack, url-env: \"https://hooks.slack.example/hunter2\"} | is no name of an environment variable",
                "{type: mail, to: [\"a@b.example\\nBcc: c@d.example\"]}          | expected an address such as",
                "{type: mail, to: []}                                            | names no address",
                "{type: ntfy, topic: \"a/b\"}                                    | must be 1 to 64 letters",
            })
    void refusesAReceiver_withoutRepeatingASecret(String wrong, String reason) {
        assertThatThrownBy(() -> parse("receivers:\n  a: " + wrong))
                .isInstanceOf(InvalidRoutesException.class)
                .hasMessageStartingWith("routes.yaml line 2: ")
                .hasMessageContaining(reason)
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void readsTheFileThatComesWithTocsin() throws InvalidRoutesException {
        var file = Path.of(System.getProperty("tocsin.root", "../..")).resolve("deploy/routes.yaml");
        assertThat(Files.exists(file)).isTrue();

        assertThat(RoutesFile.read(file, ENVIRONMENT::get).routes()).isEmpty();
    }

    private static Routes parse(String yaml) throws InvalidRoutesException {
        return RoutesFile.parse("routes.yaml", yaml, ENVIRONMENT::get);
    }
}
