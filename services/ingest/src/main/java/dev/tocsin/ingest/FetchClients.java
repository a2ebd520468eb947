package dev.tocsin.ingest;

import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Makes HTTP clients that differ in what addresses they connect to, and in nothing else. */
final class FetchClients {
    /** The attribute of a request's context that names the proxy to go through. */
    static final String PROXY = "tocsin.proxy";

    /** Feeds of one server often follow each other within seconds; between two polls of a feed, minutes pass. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(5);

    private static final TimeValue CHECKED_AFTER = TimeValue.of(500, TimeUnit.MILLISECONDS);
    private static final int MOST_EMPTY_LINES = 10;
    /** Pages, robots.txt and hubs are asked beside the polls. */
    private static final int BESIDE_POLLS = 16;

    private FetchClients() {}

    static CloseableHttpClient client(IngestConfig config, DnsResolver dns) {
        var fetch = config.fetch();
        int connections = config.concurrentPolls() + BESIDE_POLLS;
        var manager = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setMaxConnTotal(connections)
                .setMaxConnPerRoute(connections)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(Http1Config.custom()
                                .setMaxHeaderCount(fetch.maxHeaders())
                                .setMaxLineLength(fetch.maxHeaderLine())
                                .setMaxEmptyLineCount(MOST_EMPTY_LINES)
                                .build())
                        .build())
                .setDefaultTlsConfig(TlsConfig.custom()
                        .setHandshakeTimeout(Timeout.of(fetch.connectTimeout()))
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(fetch.connectTimeout()))
                        .setSocketTimeout(Timeout.of(fetch.readTimeout()))
                        .setValidateAfterInactivity(CHECKED_AFTER)
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(manager)
                .setRoutePlanner(new ChosenProxy())
                .setUserAgent(fetch.userAgent())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(Timeout.of(fetch.readTimeout()))
                        .setConnectionRequestTimeout(Timeout.of(fetch.totalTimeout()))
                        .build())
                .setKeepAliveStrategy((response, context) -> KEPT)
                .evictIdleConnections(KEPT)
                .disableRedirectHandling()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    /** Goes through the proxy that the request's context names. */
    private static final class ChosenProxy extends DefaultRoutePlanner {
        ChosenProxy() {
            super(null);
        }

        @Override
        protected @Nullable HttpHost determineProxy(HttpHost target, HttpContext context) {
            return (HttpHost) context.getAttribute(PROXY);
        }
    }
}
