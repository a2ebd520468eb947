package dev.tocsin.notify.message;

import dev.tocsin.contracts.Json;
import dev.tocsin.notify.delivery.Delivery;
import java.net.URI;
import java.util.Map;

/** A request with a body of JSON and the key that tells a repetition, for receivers that look at it. */
final class JsonPost {
    private JsonPost() {}

    static Outgoing.Post of(URI url, Delivery delivery, Map<String, ?> body) {
        return new Outgoing.Post(
                url, Map.of("Content-Type", "application/json", "Idempotency-Key", delivery.key()), Json.write(body));
    }
}
