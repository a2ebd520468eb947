package dev.tocsin.ingest;

import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.RedirectException;

/** What the HTTP client throws, in words for whoever looks after the feed. */
final class FetchFailures {
    private FetchFailures() {}

    static Failed of(Exception e) {
        return switch (e) {
            case GuardedDns.ForbiddenAddressException forbidden ->
                new Failed(Failure.FORBIDDEN_ADDRESS, String.valueOf(forbidden.getMessage()));
            case UnknownHostException unknown ->
                new Failed(Failure.UNREACHABLE, "no such host: " + unknown.getMessage());
            case ConnectTimeoutException late -> new Failed(Failure.TIMED_OUT, "no connection in time");
            case SocketTimeoutException late -> new Failed(Failure.TIMED_OUT, "the server fell silent");
            case SSLException tls -> new Failed(Failure.UNREACHABLE, "TLS: " + tls.getMessage());
            case Exception other
            when other.getCause() instanceof RedirectException redirect ->
                new Failed(Failure.REDIRECTS, "redirects lead nowhere: " + redirect.getMessage());
            default -> new Failed(Failure.UNREACHABLE, "cannot be read: " + told(e));
        };
    }

    private static String told(Exception e) {
        var cause = e.getMessage() == null && e.getCause() != null ? e.getCause() : e;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
