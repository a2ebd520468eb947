package dev.tocsin.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.message.Outgoing;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mail over real SMTP. */
@Timeout(60)
class MailIT {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void arrivesAsItWasMeant() throws Exception {
        assertThat(client(server.getSmtp().getPort(), Map.of()).send(mail("<2@example.org>", "<1@example.org>")))
                .isInstanceOf(Outcome.Delivered.class);

        MimeMessage arrived = server.getReceivedMessages()[0];
        assertThat(arrived.getSubject()).isEqualTo("[Severe] \u2068احتجاجات\u2069");
        assertThat(arrived.getMessageID()).isEqualTo("<2@example.org>");
        assertThat(arrived.getHeader("References")).containsExactly("<1@example.org>");
        assertThat(arrived.getHeader("In-Reply-To")).containsExactly("<1@example.org>");
        assertThat(arrived.getHeader("List-Id")).containsExactly("Tocsin <mail.tocsin.example.org>");
        assertThat(arrived.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(arrived.getRecipients(Message.RecipientType.TO)).hasSize(1);
        assertThat(GreenMailUtil.getBody(arrived)).contains("text/plain", "text/html");
    }

    @Test
    void isTheSameMail_whenTheAttemptIsRepeated() throws Exception {
        var client = client(server.getSmtp().getPort(), Map.of());
        client.send(mail("<2@example.org>", null));
        client.send(mail("<2@example.org>", null));

        assertThat(server.getReceivedMessages())
                .extracting(MimeMessage::getMessageID)
                .containsExactly("<2@example.org>", "<2@example.org>");
    }

    @Test
    void sendsNothingInTheClear_whenTheServerOffersNoStarttls() {
        var outcome = client(server.getSmtp().getPort(), Map.of("tocsin.notify.mail.tls", "starttls"))
                .send(mail("<2@example.org>", null));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Retryable.class, failed -> assertThat(failed.reason())
                .contains("STARTTLS"));
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void comesBackLater_whenTheServerHangs() throws IOException {
        try (var silent = new ServerSocket(0)) {
            var outcome = client(silent.getLocalPort(), Map.of()).send(mail("<2@example.org>", null));

            assertThat(outcome).isInstanceOf(Outcome.Retryable.class);
        }
    }

    @Test
    void isDelivered_whenTheServerDropsTheConnectionOnTheFarewell() throws IOException {
        try (var rude = new RudeServer(false)) {
            assertThat(client(rude.port(), Map.of()).send(mail("<2@example.org>", null)))
                    .isInstanceOf(Outcome.Delivered.class);
            assertThat(rude.accepted()).isEqualTo(1);
        }
    }

    @Test
    void comesBackLater_whenTheServerNeverStopsTalking() throws IOException {
        try (var rude = new RudeServer(true)) {
            var outcome = client(rude.port(), Map.of()).send(mail("<2@example.org>", null));

            assertThat(outcome).isInstanceOfSatisfying(Outcome.Retryable.class, failed -> assertThat(failed.reason())
                    .contains("took longer than 2 s"));
            rude.awaitHangUp();
        }
    }

    @Test
    void comesBackLater_withoutThePassword_whenTheLoginIsRefused() {
        server.setUser("tocsin@example.org", "tocsin", "right");
        server.getUserManager().setAuthRequired(true);

        var outcome = client(
                        server.getSmtp().getPort(),
                        Map.of("tocsin.notify.mail.username", "tocsin", "tocsin.notify.mail.password", "hunter2"))
                .send(mail("<2@example.org>", null));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Retryable.class, failed -> assertThat(failed.reason())
                .isEqualTo("the mail server refuses our login")
                .doesNotContain("hunter2"));
    }

    private static Outgoing.Mail mail(String id, @Nullable String thread) {
        return new Outgoing.Mail(
                id,
                thread,
                List.of("desk@example.org"),
                "Tocsin <mail.tocsin.example.org>",
                "[Severe] \u2068احتجاجات\u2069",
                "text",
                "<p>html</p>");
    }

    private static MailClient client(int port, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "tocsin.notify.mail.host", "localhost",
                "tocsin.notify.mail.port", String.valueOf(port),
                "tocsin.notify.mail.tls", "none",
                "tocsin.notify.mail.from", "Tocsin <tocsin@example.org>",
                "tocsin.notify.attempt-timeout", "1S"));
        settings.putAll(more);
        var config = new SmallRyeConfigBuilder()
                .withMapping(NotifyConfig.class)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withSources(new PropertiesConfigSource(settings, "test", 300))
                .build()
                .getConfigMapping(NotifyConfig.class);
        return new MailClient(config, Clock.systemUTC());
    }
}
