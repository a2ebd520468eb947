package dev.tocsin.notify.message;

import dev.tocsin.contracts.Alert;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Puts a notice into the form that a receiver takes. The same delivery gives the same message, but for the time that a
 * webhook's signature covers.
 *
 * @param dashboard where story pages are; null where it is not configured
 * @param domain of message ids and list ids
 */
public record Forms(@Nullable URI dashboard, String domain) {
    public Outgoing of(Receiver receiver, Delivery delivery, Instant now) {
        var notice = Notice.of(delivery.payload());
        return switch (receiver) {
            case Receiver.Webhook webhook -> WebhookForm.of(webhook, delivery, notice, now);
            case Receiver.Chat chat -> ChatForm.of(chat, delivery, told(notice));
            case Receiver.PagerDuty pager -> PagerDutyForm.of(pager, delivery, told(notice));
            case Receiver.Ntfy ntfy -> NtfyForm.of(ntfy, delivery, told(notice));
            case Receiver.Mailbox mailbox -> MailForm.of(mailbox, delivery, told(notice), domain);
        };
    }

    /** The most severe first, of those the latest. */
    private Told told(Notice notice) {
        return new Told(
                notice,
                notice.read().stream()
                        .sorted(Comparator.comparing(Alert::severity)
                                .thenComparing(alert -> alert.times().alerted(), Comparator.reverseOrder()))
                        .map(alert -> Story.of(alert, dashboard))
                        .toList());
    }
}
