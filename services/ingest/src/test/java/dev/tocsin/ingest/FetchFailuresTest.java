package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.feeds.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.ProtocolException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FetchFailuresTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new UnknownHostException("x.invalid"), Failure.UNREACHABLE, "no such host: x.invalid"),
                Arguments.of(
                        new GuardedDns.ForbiddenAddressException("x.invalid"),
                        Failure.FORBIDDEN_ADDRESS,
                        "x.invalid has an address that is not of the public Internet"),
                Arguments.of(new ConnectTimeoutException("late"), Failure.TIMED_OUT, "no connection in time"),
                Arguments.of(new SocketTimeoutException("late"), Failure.TIMED_OUT, "fell silent"),
                Arguments.of(new SSLHandshakeException("expired"), Failure.UNREACHABLE, "TLS: expired"),
                Arguments.of(new ConnectException("refused"), Failure.UNREACHABLE, "cannot be read: refused"),
                Arguments.of(new Web.RedirectException("in a circle"), Failure.REDIRECTS, "redirects lead nowhere"),
                Arguments.of(new Web.LateException(Duration.ofMinutes(1)), Failure.TIMED_OUT, "within PT1M"),
                Arguments.of(new MessageConstraintException("too many"), Failure.TOO_LARGE, "beyond its limits"),
                Arguments.of(new MalformedChunkCodingException("odd"), Failure.BAD_ANSWER, "bad chunks: odd"),
                Arguments.of(new ConnectionClosedException("early"), Failure.BAD_ANSWER, "broke off: early"),
                Arguments.of(new NoHttpResponseException("none"), Failure.BAD_ANSWER, "without a word"),
                Arguments.of(new ClientProtocolException(new ProtocolException("odd")), Failure.BAD_ANSWER, "no HTTP"),
                Arguments.of(new IOException(), Failure.UNREACHABLE, "cannot be read: IOException"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void saysWhatHappened_inWordsForPeople(Exception thrown, Failure failure, String reason) {
        var failed = FetchFailures.of(thrown);
        assertThat(failed.failure()).isEqualTo(failure);
        assertThat(failed.reason()).contains(reason);
    }
}
