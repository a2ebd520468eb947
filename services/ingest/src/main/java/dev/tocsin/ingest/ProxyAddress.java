package dev.tocsin.ingest;

import java.net.URI;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** A proxy of the form {@code http://[user:password@]host:port}. */
record ProxyAddress(HttpHost host, @Nullable String userInfo) {
    /** @throws IllegalArgumentException that says what is expected, without the text, which may hold a password */
    static ProxyAddress parse(String text) {
        try {
            var uri = URI.create(text.strip());
            if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null && uri.getPort() > 0) {
                return new ProxyAddress(new HttpHost("http", uri.getHost(), uri.getPort()), uri.getUserInfo());
            }
        } catch (IllegalArgumentException e) {
            // its message holds the text; what is expected is said below
        }
        throw new IllegalArgumentException("a proxy has the form http://[user:password@]host:port");
    }

    void into(HttpClientContext context) {
        context.setAttribute(FetchClients.PROXY, host);
        if (userInfo != null) {
            var pair = userInfo.split(":", 2);
            var credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(pair[0], pair.length == 2 ? pair[1].toCharArray() : new char[0]));
            context.setCredentialsProvider(credentials);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return host.toString();
    }
}
