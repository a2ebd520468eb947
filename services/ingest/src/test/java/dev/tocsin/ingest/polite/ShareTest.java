package dev.tocsin.ingest.polite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShareTest {
    @Test
    void givesEachHostToExactlyOneReplica_inFairShares() {
        var alive = Set.of("a", "b", "c");
        var all = new HashSet<Integer>();
        int sum = 0;
        for (var replica : alive) {
            var share = Share.of(replica, alive);
            assertThat(share.slots().size()).isBetween(Share.SLOTS / 3 - 30, Share.SLOTS / 3 + 30);
            all.addAll(share.slots());
            sum += share.slots().size();
        }
        assertThat(all).hasSize(Share.SLOTS);
        assertThat(sum).isEqualTo(Share.SLOTS);
    }

    @Test
    void leavesTheOthersTheirHosts_whenOneDies() {
        var before = Share.of("a", Set.of("a", "b", "c"));
        var after = Share.of("a", Set.of("a", "b"));
        assertThat(after.slots()).containsAll(before.slots());
        assertThat(Share.of("a", Set.of("a")).isAll()).isTrue();
    }

    @Test
    void ownsNothing_whenItIsNotAliveItself() {
        assertThat(Share.of("a", Set.of("b"))).isEqualTo(Share.NONE);
        assertThat(Share.of("a", List.of())).isEqualTo(Share.NONE);
    }

    @Test
    void spreadsHostsOverTheSlots() {
        var slots = IntStream.range(0, 10_000)
                .map(i -> Share.slot("h" + i + ".example"))
                .boxed()
                .toList();
        assertThat(slots).allMatch(slot -> slot >= 0 && slot < Share.SLOTS);
        assertThat(new HashSet<>(slots)).hasSize(Share.SLOTS);
    }
}
