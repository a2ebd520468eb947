package dev.tocsin.ingest;

import dev.tocsin.ingest.coding.RefusedBodyException;
import dev.tocsin.ingest.feeds.Failure;
import dev.tocsin.ingest.feeds.FetchOutcome.Failed;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** What the HTTP client throws, in words for whoever looks after the feed. */
final class FetchFailures {
    private FetchFailures() {}

    static Failed of(Exception e) {
        return switch (e) {
            case Web.LateException late -> new Failed(Failure.TIMED_OUT, told(late));
            case Web.RedirectException redirects -> new Failed(Failure.REDIRECTS, told(redirects));
            case RefusedBodyException refused -> new Failed(refused.failure(), told(refused));
            case GuardedDns.ForbiddenAddressException forbidden ->
                new Failed(Failure.FORBIDDEN_ADDRESS, told(forbidden));
            case UnknownHostException unknown ->
                new Failed(Failure.UNREACHABLE, "no such host: " + unknown.getMessage());
            case ConnectTimeoutException late -> new Failed(Failure.TIMED_OUT, "no connection in time");
            case SocketTimeoutException late -> new Failed(Failure.TIMED_OUT, "the server fell silent");
            case SSLException tls -> new Failed(Failure.UNREACHABLE, "TLS: " + tls.getMessage());
            case MessageConstraintException limits ->
                new Failed(Failure.TOO_LARGE, "the header of the answer is beyond its limits: " + told(limits));
            case MalformedChunkCodingException chunks -> new Failed(Failure.BAD_ANSWER, "bad chunks: " + told(chunks));
            case NoHttpResponseException none -> new Failed(Failure.BAD_ANSWER, "the server hung up without a word");
            case ConnectionClosedException early ->
                new Failed(Failure.BAD_ANSWER, "the answer broke off: " + told(early));
            case Exception other
            when other.getCause() instanceof HttpException http ->
                new Failed(Failure.BAD_ANSWER, "the answer is no HTTP: " + told(http));
            default -> new Failed(Failure.UNREACHABLE, "cannot be read: " + told(e));
        };
    }

    private static String told(Exception e) {
        var cause = e.getMessage() == null && e.getCause() != null ? e.getCause() : e;
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
