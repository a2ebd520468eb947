package dev.tocsin.notify.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.notify.delivery.Delivery;
import dev.tocsin.notify.delivery.Receiver;
import dev.tocsin.notify.delivery.Signature;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;

/** The alert as it came, signed; what docs/webhooks.md promises. */
final class WebhookForm {
    private WebhookForm() {}

    static Outgoing of(Receiver.Webhook webhook, Delivery delivery, Notice notice, Instant now) {
        byte[] body = notice.alerts().getFirst().toString().getBytes(UTF_8);
        var timestamp = Signature.timestamp(now);
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", CloudEvent.CONTENT_TYPE);
        headers.put("Tocsin-Event", delivery.event());
        headers.put("Tocsin-Reason", notice.kind().name().toLowerCase(Locale.ROOT));
        headers.put("Idempotency-Key", delivery.key());
        headers.put("Tocsin-Timestamp", timestamp);
        headers.put("Tocsin-Signature", Signature.of(webhook.secret(), timestamp, body));
        headers.put(CloudEvent.TRACE_PARENT, delivery.traceparent());
        return new Outgoing.Post(webhook.url(), headers, body);
    }
}
