package dev.tocsin.alerts;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.jboss.logging.Logger;

/**
 * Ends the streams in bounded time. Clients wait for a broker that is gone for ever; cutting them off is safe, because a
 * transaction that was not committed did not happen.
 */
@Singleton
final class StreamsStop {
    private static final Logger LOG = Logger.getLogger(StreamsStop.class);
    private static final int BEFORE_QUARKUS = Interceptor.Priority.PLATFORM_BEFORE;
    private static final int CUT_OFF = 143;

    private final KafkaStreams streams;
    private final Duration within;

    StreamsStop(KafkaStreams streams, AlertsConfig config) {
        this.streams = streams;
        this.within = config.stopWithin();
    }

    void stop(@Observes @Priority(BEFORE_QUARKUS) ShutdownEvent event) {
        if (!streams.close(within)) {
            LOG.errorf("streams do not end, the process is cut off within=%s", within);
            Runtime.getRuntime().halt(CUT_OFF);
        }
    }
}
