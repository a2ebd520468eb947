package dev.tocsin.notify;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.notify.delivery.Outcome;
import dev.tocsin.notify.message.Outgoing;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.util.Date;
import java.util.Properties;

/**
 * Makes one attempt to send a mail by SMTP. An address that the server refuses fails the whole mail, with the server's
 * words: better a dead letter that somebody sees than one reader who is missed in silence.
 */
@Singleton
final class MailClient {
    private static final int REASON = 300;

    private final NotifyConfig.Mail config;
    private final Session session;
    private final Clock clock;

    @Inject
    MailClient(NotifyConfig config, Clock clock) {
        this.config = config.mail();
        this.clock = clock;
        session = session(config);
    }

    Outcome send(Outgoing.Mail mail) {
        try (var transport = session.getTransport()) {
            var message = message(mail);
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
            return new Outcome.Delivered(250);
        } catch (MessagingException e) {
            return SmtpOutcome.of(e, REASON);
        }
    }

    private MimeMessage message(Outgoing.Mail mail) throws MessagingException {
        var message = new Identified(session, mail.id());
        message.setFrom(new InternetAddress(config.from()));
        for (var to : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(to));
        }
        message.setSentDate(Date.from(clock.instant()));
        message.setSubject(mail.subject(), UTF_8.name());
        message.setHeader("List-Id", mail.list());
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("X-Auto-Response-Suppress", "All");
        if (mail.thread() != null) {
            message.setHeader("In-Reply-To", mail.thread());
            message.setHeader("References", mail.thread());
        }
        var text = new MimeBodyPart();
        text.setText(mail.text(), UTF_8.name());
        var html = new MimeBodyPart();
        html.setText(mail.html(), UTF_8.name(), "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        message.saveChanges();
        return message;
    }

    /** A message that keeps the id it is given, so that a repeated attempt is the same message. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static Session session(NotifyConfig config) {
        var mail = config.mail();
        var properties = new Properties();
        var protocol = mail.tls() == NotifyConfig.Tls.TLS ? "smtps" : "smtp";
        var prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty(prefix + "host", mail.host().orElse("localhost"));
        properties.setProperty(prefix + "port", String.valueOf(mail.port()));
        var timeout = String.valueOf(config.attemptTimeout().toMillis());
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(
                prefix + "connectiontimeout",
                String.valueOf(config.connectTimeout().toMillis()));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (mail.tls() == NotifyConfig.Tls.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        properties.setProperty(prefix + "auth", String.valueOf(mail.username().isPresent()));
        return Session.getInstance(properties, mail.username().isEmpty() ? null : login(mail));
    }

    private static Authenticator login(NotifyConfig.Mail mail) {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(
                        mail.username().orElse(""), mail.password().orElse(""));
            }
        };
    }
}
