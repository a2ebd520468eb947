package dev.tocsin.dashboard.status;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.contracts.Channel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatusTest {
    @ParameterizedTest
    @CsvSource({
        "ARTICLES_FETCHED, 0, 10, 4, 6",
        "ARTICLES_FETCHED, 0, 10, 10, 0",
        "ARTICLES_FETCHED, 0, 10, 9, 1",
        "ARTICLES_FETCHED, 8, 10, 4, 2",
        "ARTICLES_FETCHED, 0, 4, 10, 0",
        "ALERTS, 0, 10, 9, 0",
        "ALERTS, 0, 10, 8, 2"
    })
    void countsWhatWaits_withoutTheMarkerThatEndsATransaction(
            Channel channel, long begin, long end, long committed, long lag) {
        assertThat(Lag.of(channel, begin, end, committed)).isEqualTo(lag);
    }

    @Test
    void countsProcesses_notTheirMembers() {
        assertThat(Replicas.of(List.of("kafka-consumer-articles", "kafka-consumer-articles", "kafka-consumer-stories")))
                .isEqualTo(2);
        assertThat(Replicas.of(List.of(
                        "tocsin-a-StreamThread-1-consumer",
                        "tocsin-a-StreamThread-2-consumer",
                        "tocsin-b-StreamThread-1-consumer")))
                .isEqualTo(2);
        assertThat(Replicas.of(List.of())).isZero();
    }

    @Test
    void isDegraded_whereOnePartIsDown() {
        var up = SystemReport.Part.up("archive", "answers", "1");
        var down = SystemReport.Part.down("notify", "does not answer");

        assertThat(SystemReport.of(Instant.EPOCH, List.of(up), null, null, null, null)
                        .state())
                .isEqualTo("up");
        assertThat(SystemReport.of(Instant.EPOCH, List.of(up, down), null, null, null, null)
                        .state())
                .isEqualTo("degraded");
    }
}
