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
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/**
 * Makes one attempt to send a mail by SMTP. An address that the server refuses fails the whole mail, with the server's
 * words: better a dead letter that somebody sees than one reader who is missed in silence.
 */
@Singleton
final class MailClient {
    private static final Logger LOG = Logger.getLogger(MailClient.class);
    private static final int REASON = 300;

    private final NotifyConfig.Mail config;
    private final Session session;
    private final Clock clock;
    private final Duration deadline;
    private final Duration farewell;

    @Inject
    MailClient(NotifyConfig config, Clock clock) {
        this.config = config.mail();
        this.clock = clock;
        session = session(config);
        deadline = config.attemptTimeout().multipliedBy(2);
        farewell = config.connectTimeout();
    }

    /**
     * Sends a mail, or says why not. The timeouts of SMTP bound each answer and not their number, so a deadline bounds all of
     * it: a virtual thread that is interrupted closes the socket it waits for.
     */
    Outcome send(Outgoing.Mail mail) {
        var outcome = new CompletableFuture<Outcome>();
        var attempt = Thread.ofVirtual().name("mail").start(() -> attempt(mail, outcome));
        try {
            var result = outcome.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            awaitFarewell(attempt);
            return result;
        } catch (TimeoutException e) {
            return new Outcome.Retryable(null, "mail: took longer than " + deadline.toSeconds() + " s", null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Retryable(null, "mail: the service stops", null);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a mail cannot be made", e.getCause());
        } finally {
            attempt.interrupt();
        }
    }

    private void awaitFarewell(Thread attempt) {
        try {
            attempt.join(farewell);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void attempt(Outgoing.Mail mail, CompletableFuture<Outcome> outcome) {
        try {
            hand(mail, outcome);
        } catch (MessagingException e) {
            outcome.complete(SmtpOutcome.of(e, REASON));
        } catch (RuntimeException e) {
            outcome.completeExceptionally(e);
        }
    }

    private void hand(Outgoing.Mail mail, CompletableFuture<Outcome> outcome) throws MessagingException {
        var message = message(mail);
        var transport = session.getTransport();
        try {
            transport.connect();
            transport.sendMessage(message, message.getAllRecipients());
            outcome.complete(new Outcome.Delivered(250));
        } finally {
            close(transport);
        }
    }

    /** What the server accepted stays accepted, however it takes the farewell. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            LOG.debugf("mail server takes no farewell error=%s", e.toString());
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
