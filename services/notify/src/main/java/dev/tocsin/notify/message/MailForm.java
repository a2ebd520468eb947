package dev.tocsin.notify.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A mail in plain text and HTML. Ids follow from the delivery and the story alone, so an attempt that is repeated is the
 * same mail, and updates are replies to the first (RFC 5322, section 3.6.4).
 */
final class MailForm {
    private MailForm() {}

    static Outgoing of(Receiver.Mailbox mailbox, Delivery delivery, Told told, String domain) {
        var root = id("thread", delivery.story(), mailbox.id(), domain);
        boolean first = told.notice().kind() == Notice.Kind.ALERT
                && told.stories().size() == 1
                && told.stories().getFirst().alert().msgType() == Alert.MsgType.Alert;
        return new Outgoing.Mail(
                first ? root : id("message", delivery.key(), mailbox.id(), domain),
                first || told.notice().kind() == Notice.Kind.DIGEST ? null : root,
                mailbox.to(),
                "Tocsin alerts for " + mailbox.id() + " <" + mailbox.id() + ".tocsin." + domain + ">",
                told.title(),
                text(told),
                MailHtml.of(told));
    }

    private static String text(Told told) {
        var text = new StringBuilder();
        if (!told.opening().isEmpty()) {
            text.append(told.opening()).append("\n\n");
        }
        for (var story : told.stories()) {
            text.append('[')
                    .append(story.mark())
                    .append("] ")
                    .append(story.word())
                    .append(", ")
                    .append(story.topic());
            text.append('\n').append(story.headline()).append('\n');
            story.changes().forEach(change -> text.append("  - ").append(change).append('\n'));
            text.append(story.facts()).append('\n');
            if (story.url() != null) {
                text.append(story.url()).append('\n');
            }
            text.append('\n');
        }
        return text.append("-- \nTocsin, route ")
                .append(told.notice().route())
                .append('\n')
                .toString();
    }

    private static String id(String kind, String of, String receiver, String domain) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((kind + "|" + receiver + "|" + of).getBytes(UTF_8));
            return "<" + HexFormat.of().formatHex(hash, 0, 16) + "@" + domain + ">";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
