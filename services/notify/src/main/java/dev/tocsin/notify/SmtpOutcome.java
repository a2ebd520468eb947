package dev.tocsin.notify;

import dev.tocsin.notify.delivery.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a failed attempt to send a mail means: a reply of 5xx is final (RFC 5321, section 4.2.1), any other reply and no
 * reply pass.
 */
final class SmtpOutcome {
    private SmtpOutcome() {}

    static Outcome of(MessagingException failure, int mostReason) {
        if (failure instanceof AddressException) {
            return new Outcome.Refused(null, "an address is malformed");
        }
        if (failure instanceof AuthenticationFailedException) {
            // a password that is mended makes it pass; its words may repeat what was sent
            return new Outcome.Retryable(null, "the mail server refuses our login", null);
        }
        int worst = 0;
        Exception said = failure;
        for (@Nullable Exception e = failure; e != null; e = next(e)) {
            int code = code(e);
            if (code > worst) {
                worst = code;
                said = e;
            }
        }
        var reason = "mail: " + line(String.valueOf(said.getMessage()), mostReason);
        @Nullable Integer status = worst == 0 ? null : worst;
        return worst >= 500 && worst < 600
                ? new Outcome.Refused(status, reason)
                : new Outcome.Retryable(status, reason, null);
    }

    private static int code(Exception e) {
        return switch (e) {
            case SMTPSendFailedException sent -> sent.getReturnCode();
            case SMTPAddressFailedException address -> address.getReturnCode();
            default -> 0;
        };
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException chained ? chained.getNextException() : null;
    }

    private static String line(String text, int most) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= most ? line : line.substring(0, most) + "…";
    }
}
