package dev.tocsin.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.ingest.polite.HostGate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PollSlotsTest {
    private final HostGate gate = new HostGate(InstantSource.system(), 1, Duration.ZERO);
    private final PollSlots slots = new PollSlots(2);

    @Test
    void makesRoomWithTheAnswer_forTheHostToo() {
        var slot = slots.take(gate.tryEnter("one.example").orElseThrow());
        assertThat(slots.free()).isEqualTo(1);
        slot.answered();
        slot.answered();
        assertThat(slots.free()).isEqualTo(2);
        assertThat(gate.tryEnter("one.example")).isPresent();
        slot.close();
        assertThat(slots.free()).isEqualTo(2);
    }

    @Test
    void makesRoomAtItsEnd_whereThereWasNoAnswer() {
        slots.take(gate.tryEnter("one.example").orElseThrow()).close();
        assertThat(slots.free()).isEqualTo(2);
        assertThat(gate.tryEnter("one.example")).isPresent();
    }

    @Test
    void holdsBack_whenTooManyWaitForTheirPages() {
        var waiting = IntStream.range(0, 8).mapToObj(i -> answered()).toList();
        var ninth = answered();
        assertThat(slots.free()).isEqualTo(1);
        waiting.getFirst().close();
        ninth.answered();
        assertThat(slots.free()).isEqualTo(2);
        ninth.close();
        waiting.stream().skip(1).forEach(PollSlots.Slot::close);
        assertThat(IntStream.range(0, 8).mapToObj(i -> answered()).count()).isEqualTo(8);
        assertThat(slots.free()).isEqualTo(2);
    }

    private PollSlots.Slot answered() {
        var slot = slots.take(gate.tryEnter("").orElseThrow());
        slot.answered();
        return slot;
    }
}
