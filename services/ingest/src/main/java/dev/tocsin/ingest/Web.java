package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.BodyReader;
import dev.tocsin.ingest.feeds.NetworkRange;
import dev.tocsin.ingest.feeds.Redirect;
import dev.tocsin.ingest.feeds.Secrecy;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Asks servers, through all redirects, within limits of time, header, hops and addresses. */
@ApplicationScoped
class Web {
    private final IngestConfig.Fetch config;
    private final Optional<ProxyAddress> proxy;
    private final GuardedDns guard;
    private final CloseableHttpClient trusted;
    private final CloseableHttpClient guarded;
    private final Deadlines deadlines;

    @Inject
    Web(IngestConfig config) {
        this(config, SystemDefaultDnsResolver.INSTANCE);
    }

    Web(IngestConfig config, DnsResolver names) {
        this.config = config.fetch();
        this.proxy = this.config.proxy().map(ProxyAddress::parse);
        this.guard = new GuardedDns(
                names,
                this.config.allowedNetworks().orElse(List.of()).stream()
                        .map(NetworkRange::parse)
                        .toList());
        this.trusted = FetchClients.client(config, names);
        this.guarded = this.config.allowPrivateAddresses() ? trusted : FetchClients.client(config, guard);
        this.deadlines = new Deadlines(this.config.totalTimeout());
    }

    /**
     * Blocks until the answer is read.
     *
     * @throws LateException where the whole of it takes too long
     * @throws RedirectException where redirects lead nowhere
     * @throws IOException whatever else goes wrong, see {@link FetchFailures}
     */
    <T> T ask(Ask ask, Answer.Reader<T> reader) throws IOException {
        try (var deadline = deadlines.begin()) {
            try {
                return follow(ask, deadline, reader);
            } catch (IOException | RuntimeException e) {
                if (deadline.isOver()) {
                    throw new LateException(config.totalTimeout());
                }
                throw e;
            }
        }
    }

    @PreDestroy
    void close() {
        deadlines.close();
        trusted.close(CloseMode.IMMEDIATE);
        guarded.close(CloseMode.IMMEDIATE);
    }

    private <T> T follow(Ask ask, Deadlines.Deadline deadline, Answer.Reader<T> reader) throws IOException {
        var hop = ask.address();
        var visited = new HashSet<URI>();
        boolean permanent = true;
        URI movedTo = null;
        while (visited.add(hop)) {
            if (visited.size() > config.maxRedirects() + 1) {
                throw new RedirectException("more than " + config.maxRedirects());
            }
            ask.toll().pass(hop);
            var request = request(ask, hop);
            deadline.ends(request);
            var response = open(ask, hop, request);
            try {
                var next = redirect(response, hop);
                if (next == null) {
                    return reader.read(new Answer(response, hop, movedTo));
                }
                permanent &= response.getCode() == 301 || response.getCode() == 308;
                movedTo = permanent ? next : movedTo;
                hop = next;
            } finally {
                hangUp(request, response);
            }
        }
        throw new RedirectException("in a circle");
    }

    private HttpUriRequestBase request(Ask ask, URI hop) {
        var request = new HttpUriRequestBase(ask.form() == null ? "GET" : "POST", hop);
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, BodyReader.ACCEPTED);
        ask.headers().forEach(request::setHeader);
        Secrecy.headers(ask.access(), ask.home(), hop).forEach(request::setHeader);
        request.setEntity(ask.form());
        return request;
    }

    private ClassicHttpResponse open(Ask ask, URI hop, HttpUriRequestBase request) throws IOException {
        boolean home = Secrecy.isHome(ask.home(), hop);
        boolean trusting = ask.trusted() && home;
        var context = HttpClientContext.create();
        var own = home && ask.access().proxy() != null
                ? ProxyAddress.parse(ask.access().proxy())
                : null;
        var through = own == null ? proxy.orElse(null) : own;
        if (through != null) {
            through.into(context);
            if (!trusting && !config.allowPrivateAddresses()) {
                guard.checkForProxy(hop.getHost());
            }
        }
        // A proxy that the operator configured may be anywhere; one that came with a stranger's feed may not.
        var client = trusting || own == null && through != null ? trusted : guarded;
        try {
            return client.executeOpen(null, request, context);
        } catch (NoHttpResponseException e) {
            // the server closed a connection that was kept, just when it was used again
            return client.executeOpen(null, request, context);
        }
    }

    private static @Nullable URI redirect(ClassicHttpResponse response, URI from) throws RedirectException {
        var location = response.getFirstHeader(HttpHeaders.LOCATION);
        return switch (response.getCode()) {
            case 301, 302, 303, 307, 308 -> {
                if (location == null) {
                    throw new RedirectException("one that names no location");
                }
                try {
                    yield Redirect.next(from, location.getValue());
                } catch (IllegalArgumentException e) {
                    throw new RedirectException(String.valueOf(e.getMessage()));
                }
            }
            default -> null;
        };
    }

    /** What is still to come is not read: closing alone would drain it first, all of it. */
    private static void hangUp(HttpUriRequestBase request, ClassicHttpResponse response) {
        request.cancel();
        try {
            response.close();
        } catch (IOException e) {
            // the connection is gone, as it should be
        }
    }

    /** The whole answer took too long. */
    static final class LateException extends IOException {
        private static final long serialVersionUID = 1;

        LateException(Duration limit) {
            super("no whole answer within " + limit);
        }
    }

    /** Redirects lead nowhere. */
    static final class RedirectException extends IOException {
        private static final long serialVersionUID = 1;

        RedirectException(String why) {
            super("redirects lead nowhere: " + why);
        }
    }
}
