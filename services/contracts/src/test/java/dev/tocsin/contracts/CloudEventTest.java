package dev.tocsin.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CloudEventTest {
    private static final Instant AT = Instant.parse("2022-01-06T20:00:00.5Z");
    private static final TraceParent TRACE = new TraceParent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

    @Test
    void writesTheAttributesOfCloudEvents1_0_asKafkaHeadersInBinaryMode() {
        var headers = CloudEvent.of(Channel.ALERTS, "alerts", "protests-5d0c", 2, AT, TRACE)
                .headers();

        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", "protests-5d0c.2.alerts")
                .containsEntry("ce_source", "/tocsin/alerts")
                .containsEntry("ce_type", "dev.tocsin.alert.v1")
                .containsEntry("ce_time", "2022-01-06T20:00:00.500Z")
                .containsEntry("ce_subject", "protests-5d0c")
                .containsEntry("content-type", "application/json")
                .containsEntry("traceparent", TRACE.value())
                .hasSize(8);
    }

    @Test
    void carriesTheSameId_whenTheSameRevisionIsWrittenAgain() {
        var first = CloudEvent.of(Channel.STORIES, "alerts", "s1", 7, AT, TraceParent.start());
        var again = CloudEvent.of(Channel.STORIES, "alerts", "s1", 7, AT.plusSeconds(60), TraceParent.start());

        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void carriesAnotherId_onEachChannelAndForEachRevision() {
        var ids = Arrays.stream(Channel.values())
                .flatMap(c -> java.util.stream.LongStream.of(1, 2, 12)
                        .mapToObj(revision -> CloudEvent.of(c, "alerts", "s1", revision, AT, TRACE)
                                .id()))
                .collect(Collectors.toSet());

        assertThat(ids).hasSize(3 * Channel.values().length);
    }
}
