package dev.tocsin.dashboard;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * Speaks HTTP/1.1 where there is no TLS. Clients that ask to upgrade a plain connection to HTTP/2, as Java's does by
 * itself, lose what the live stream sends right behind the answer to that; RFC 9113 has given the upgrade up. Over TLS
 * HTTP/2 is on.
 */
@Singleton
final class ClearText implements HttpServerOptionsCustomizer {
    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setHttp2ClearTextEnabled(false);
    }
}
