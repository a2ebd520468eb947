package dev.tocsin.notify.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.delivery.Receiver.Chat;
import dev.tocsin.notify.routing.Alerts;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormsTest {
    private static final String HOSTILE =
            "<!channel> <script>alert(1)</script> *b* [x](http://evil.example) @all\r\nBcc: a@b.example";
    private static final URI URL = URI.create("https://hooks.example/x");
    private static final Forms FORMS = new Forms(URI.create("https://tocsin.example/"), "tocsin.example");
    private static final Receiver MAIL = new Receiver.Mailbox("mail", List.of("desk@example.org"));
    private static final Receiver PAGER = new Receiver.PagerDuty("pager", URL, "key");
    private static final Receiver PHONE = new Receiver.Ntfy("phone", URL, "desk", "token");

    @Nested
    class Mails {
        @Test
        void sayInTheSubjectHowSevereItIs_andWhatChanged() {
            assertThat(mail(Alerts.alert("s1", 1)).subject()).isEqualTo("[Severe] \u2068Corteo a Valdoro\u2069");
            assertThat(mail(Alerts.alert("s1", 2)).subject())
                    .isEqualTo("[Severe] update: \u2068Corteo a Valdoro\u2069 — \u2068killed: 2\u2069");
        }

        @Test
        void areRepliesToTheFirst_andTheSameInEachAttempt() {
            var first = mail(Alerts.alert("s1", 1));
            var update = mail(Alerts.alert("s1", 2));

            assertThat(first.thread()).isNull();
            assertThat(update.thread()).isEqualTo(first.id());
            assertThat(update.id())
                    .isNotEqualTo(first.id())
                    .isEqualTo(mail(Alerts.alert("s1", 2)).id());
            assertThat(update.id()).matches("<[0-9a-f]{32}@tocsin\\.example>");
            assertThat(mail(Alerts.alert("s2", 2)).thread()).isNotEqualTo(first.id());
        }

        @Test
        void escapeWhatFeedsSay() {
            var mail = mail(hostile());

            assertThat(mail.subject()).doesNotContain("\r", "\n");
            assertThat(mail.html()).doesNotContain("<script", "<!channel").contains("&lt;script&gt;alert(1)");
            assertThat(mail.text()).doesNotContain("\r");
        }

        @Test
        void keepAHeadlineFromRightToLeftInItsPlace_andDropWhatTurnsTheRest() {
            var mail = mail(Alerts.alert("s1", 1, json -> json.put("headline", "احتجاجات في \u202Eالمدينة")
                    .put("language", "ar")));

            assertThat(mail.subject()).isEqualTo("[Severe] \u2068احتجاجات في المدينة\u2069");
            assertThat(mail.html()).contains("dir=\"auto\" lang=\"ar\"");
        }

        @Test
        void listTheMostSevereFirst_inADigest() {
            var minor =
                    Alerts.alert("s1", 1, json -> json.put("severity", "Minor").put("headline", "Minor matter"));
            var mail = (Outgoing.Mail) form(MAIL, Notice.Kind.DIGEST, List.of(minor, Alerts.alert("s2", 1)));

            assertThat(mail.subject()).isEqualTo("[Digest] route: 2 stories");
            assertThat(mail.text().indexOf("Corteo")).isLessThan(mail.text().indexOf("Minor matter"));
        }

        @Test
        void linkToTheStory_whateverItsIdHolds() {
            assertThat(mail(Alerts.alert("s1/../x\"y", 1)).html())
                    .contains("https://tocsin.example/stories/s1%2F..%2Fx%22y");
        }
    }

    @Nested
    class Chats {
        @Test
        void cannotBeMadeToMentionOrToLink_bySlacksOwnWords() {
            var body = json(new Chat("chat", Chat.Flavour.SLACK, URL), hostile());

            assertThat(body.path("blocks").path(0).path("text").path("text").asText())
                    .contains("&lt;!channel&gt; &lt;script&gt;")
                    .contains("<https://tocsin.example/stories/s1|")
                    .doesNotContain("<!channel>", " *b*");
            assertThat(body.path("unfurl_links").asBoolean(true)).isFalse();
        }

        @ParameterizedTest
        @CsvSource({"MATTERMOST", "TEAMS"})
        void cannotBeMadeToMentionOrToLink_byMarkdown(Chat.Flavour flavour) {
            var body = json(new Chat("chat", flavour, URL), hostile()).toString();

            assertThat(body)
                    .doesNotContain("[x](http", "@all", " <script", " *b*")
                    .contains("stories/s1)");
        }

        @Test
        void tellTwentyStories_andHowManyMoreThereAre() {
            var many = IntStream.range(0, 23)
                    .mapToObj(i -> (JsonNode) Alerts.alert("s" + i, 1))
                    .toList();
            var post = (Outgoing.Post) form(new Chat("chat", Chat.Flavour.MATTERMOST, URL), Notice.Kind.ALERT, many);

            assertThat(new String(post.body(), UTF_8)).contains("23 stories", "… and 3 more on the board");
        }

        @Test
        void tellFewerStories_whenACardWouldBeTooLarge() {
            Consumer<ObjectNode> lengthy = json -> {
                json.put("headline", "\u0436".repeat(2000));
                ((ObjectNode) json.path("changes").path(0)).put("text", "\u0436".repeat(2000));
            };
            var many = IntStream.range(0, 20)
                    .mapToObj(i -> (JsonNode) Alerts.alert("s" + i, 1, lengthy))
                    .toList();
            var post = (Outgoing.Post) form(new Chat("chat", Chat.Flavour.TEAMS, URL), Notice.Kind.ALERT, many);

            assertThat(post.body().length).isBetween(20 * 1024, 24 * 1024);
            assertThat(new String(post.body(), UTF_8))
                    .contains("20 stories")
                    .containsPattern("… and \\d+ more on the board");
        }
    }

    @Nested
    class Pagers {
        @Test
        void openOneIncidentAStory() {
            var body = json(PAGER, Alerts.alert("s1", 2));

            assertThat(body.path("event_action").asText()).isEqualTo("trigger");
            assertThat(body.path("dedup_key").asText()).isEqualTo("tocsin:s1");
            assertThat(body.path("payload").path("severity").asText()).isEqualTo("error");
            assertThat(body.path("payload").path("summary").asText()).startsWith("[Severe] update:");
        }

        @Test
        void resolveIt_whenTheStoryIsCancelled() {
            var body = json(PAGER, Alerts.alert("s1", 3, json -> json.put("msgType", "Cancel")));

            assertThat(body.path("event_action").asText()).isEqualTo("resolve");
            assertThat(body.has("payload")).isFalse();
        }

        @Test
        void acknowledgeIt_whenTheDeskAnswers() {
            var post = (Outgoing.Post) form(PAGER, Notice.Kind.ANSWER, List.of(Alerts.alert("s1", 1)));

            assertThat(read(post).path("event_action").asText()).isEqualTo("acknowledge");
            assertThat(read(post).path("dedup_key").asText()).isEqualTo("tocsin:s1");
        }
    }

    @Nested
    class Phones {
        @ParameterizedTest
        @CsvSource({"Extreme,5", "Severe,4", "Moderate,3", "Minor,2", "Unknown,3"})
        void ringAsLoudAsItIsSevere(String severity, int priority) {
            assertThat(json(PHONE, Alerts.alert("s1", 1, json -> json.put("severity", severity)))
                            .path("priority")
                            .asInt())
                    .isEqualTo(priority);
        }

        @Test
        void areGivenTheTokenInAHeaderOnly() {
            var post = (Outgoing.Post) form(PHONE, Notice.Kind.ALERT, List.of(Alerts.alert("s1", 1)));

            assertThat(post.headers()).containsEntry("Authorization", "Bearer token");
            assertThat(new String(post.body(), UTF_8)).doesNotContain("token");
            assertThat(post.toString()).doesNotContain("token");
        }
    }

    @Test
    void postAProgramTheAlertAsItCame() {
        var alert = Alerts.alert("s1", 1, json -> json.put("fromTheFuture", 1));
        var hook = new Receiver.Webhook("hook", URL, "correct-horse-battery-staple-0001");

        assertThat(json(hook, alert)).isEqualTo(alert);
    }

    @Test
    void readANoticeThatAnOlderVersionStored() {
        assertThat(Notice.of(Alerts.alert("s1", 1).toString()).read().getFirst().story())
                .isEqualTo("s1");
    }

    @Test
    void sayThatItIsAnExercise() {
        assertThat(mail(Alerts.alert("s1", 1, json -> json.put("status", "Exercise")))
                        .subject())
                .startsWith("[Exercise, Severe] ");
    }

    private static ObjectNode hostile() {
        Consumer<ObjectNode> change = json -> {
            json.put("headline", HOSTILE);
            ((ObjectNode) json.path("changes").path(0)).put("text", HOSTILE);
        };
        return Alerts.alert("s1", 2, change);
    }

    private static Outgoing.Mail mail(ObjectNode alert) {
        return (Outgoing.Mail) form(MAIL, Notice.Kind.ALERT, List.of(alert));
    }

    private static JsonNode json(Receiver receiver, ObjectNode alert) {
        return read((Outgoing.Post) form(receiver, Notice.Kind.ALERT, List.of(alert)));
    }

    private static JsonNode read(Outgoing.Post post) {
        try {
            return Json.read(post.body(), JsonNode.class);
        } catch (UnreadableMessageException e) {
            throw new AssertionError(e);
        }
    }

    private static Outgoing form(Receiver receiver, Notice.Kind kind, List<? extends JsonNode> alerts) {
        var first = alerts.getFirst();
        var story = first.path("story").asText();
        int revision = first.path("revision").asInt();
        var delivery = Delivery.pending(
                Delivery.key(story, revision, receiver.id()),
                story,
                revision,
                "protests",
                receiver.id(),
                "e1",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                new Delivery.Origin("tocsin.alerts.v1", 0, 1, story),
                new Notice(kind, "route", "words", List.copyOf(alerts)).json(),
                Alerts.AT);
        return FORMS.of(receiver, delivery, Alerts.AT);
    }
}
