package dev.tocsin.ingest.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueQueueTest {
    private final SettableClock clock = new SettableClock();
    private final HostGate gate = new HostGate(clock, 2, Duration.ofSeconds(1));
    private final DueQueue queue = new DueQueue(gate, 3);

    private static Due due(String host, int number) {
        return new Due(host + number, "turn", host, Duration.ofMinutes(5));
    }

    private List<String> taken(int count) {
        return queue.take(count).stream().map(ready -> ready.due().id()).toList();
    }

    @Test
    void takesOneOfEachHostInTurn_howeverManyOneHas() {
        queue.offer(IntStream.range(0, 3).mapToObj(i -> due("big", i)).toList());
        queue.offer(List.of(due("small", 0), due("tiny", 0)));
        assertThat(taken(9)).containsExactly("big0", "small0", "tiny0");
        clock.pass(Duration.ofSeconds(1));
        assertThat(taken(9)).containsExactly("big1");
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void goesOnWhereItStopped_whenThereIsLittleRoom() {
        queue.offer(List.of(due("a", 0), due("a", 1), due("b", 0), due("c", 0)));
        assertThat(taken(1)).containsExactly("a0");
        clock.pass(Duration.ofSeconds(1));
        assertThat(taken(2)).containsExactly("b0", "c0");
        assertThat(taken(2)).containsExactly("a1");
    }

    @Test
    void letsAFeedWaitOnce_howeverOftenItIsFound() {
        queue.offer(List.of(due("a", 0)));
        queue.offer(List.of(due("a", 0)));
        assertThat(queue.size()).isEqualTo(1);
        assertThat(taken(9)).containsExactly("a0");
        queue.offer(List.of(due("a", 0)));
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void leavesTheRestOfACrowdedHostWhereItIs() {
        queue.offer(IntStream.range(0, 9).mapToObj(i -> due("big", i)).toList());
        queue.offer(List.of(due("small", 0)));
        assertThat(queue.size()).isEqualTo(4);
        assertThat(queue.crowded()).containsExactly("big");
    }

    @Test
    void takesFilesAllAtOnce_whichHaveNoHost() {
        queue.offer(IntStream.range(0, 9).mapToObj(i -> due("", i)).toList());
        assertThat(queue.crowded()).isEmpty();
        assertThat(taken(99)).hasSize(9);
    }
}
