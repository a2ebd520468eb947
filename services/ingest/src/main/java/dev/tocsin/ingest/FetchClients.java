package dev.tocsin.ingest;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;

/** The two HTTP clients: one for feeds that the operator named, one for all others. */
final class FetchClients {
    private FetchClients() {}

    static CloseableHttpClient trusted(IngestConfig config) {
        return client(config, SystemDefaultDnsResolver.INSTANCE);
    }

    static CloseableHttpClient guarded(IngestConfig config) {
        return client(config, new GuardedDns());
    }

    private static CloseableHttpClient client(IngestConfig config, DnsResolver dns) {
        var fetch = config.fetch();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(dns)
                .setMaxConnTotal(config.concurrentPolls())
                .setMaxConnPerRoute(config.concurrentPolls())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(fetch.connectTimeout()))
                        .setSocketTimeout(Timeout.of(fetch.readTimeout()))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setUserAgent(fetch.userAgent())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setMaxRedirects(fetch.maxRedirects())
                        .setResponseTimeout(Timeout.of(fetch.readTimeout()))
                        .build())
                // Minutes pass between two polls of a server: a connection kept is a connection wasted.
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
