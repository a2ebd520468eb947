package dev.tocsin.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriptionTest {
    private static final int PARTITIONS = 3;
    private static final Set<LiveType> ALL = Set.of(LiveType.values());
    private static final Duration OVERLAP = Duration.ofMinutes(1);
    private static final InstantSource CLOCK = InstantSource.fixed(Log.NOW);

    private final Random random = new Random(7);
    private final Log log = new Log(PARTITIONS, LiveType.values());
    private final LiveRing ring = new LiveRing(100, 1 << 20);

    private Subscription subscribe(LiveRing ring, @Nullable Cursor resume) {
        return new Subscription(ring, ALL, resume, OVERLAP, CLOCK);
    }

    private static List<LiveEvent> events(List<Frame> frames) {
        return frames.stream()
                .filter(Frame.Event.class::isInstance)
                .map(f -> ((Frame.Event) f).event())
                .toList();
    }

    private Slot anySlot() {
        return log.slots().get(random.nextInt(log.slots().size()));
    }

    /**
     * A client that loses its connection at any time, over processes that read the partitions in any order, with a last
     * event id that it may have had from any of them.
     */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void givesEachEventOnce_inTheOrderOfItsSlot_overConnectionsAndRestarts(long seed) {
        random.setSeed(seed);
        var current = ring;
        log.open(current, 1000);
        log.read(current, random);
        var client = subscribe(current, Cursor.START);
        var seen = new ArrayList<LiveEvent>();
        var lastId = Cursor.START;
        for (int step = 0; step < 400; step++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> log.write(anySlot(), random.nextInt(3));
                case 2 -> log.read(current, random);
                case 3 ->
                    client = subscribe(current, Cursor.parse(lastId.toString()).orElseThrow());
                case 4 -> {
                    if (random.nextInt(5) == 0) {
                        current = new LiveRing(1000, 1 << 20);
                        log.open(current, 1000);
                        client = subscribe(current, lastId);
                        // the client asks before this process has read what the last one had
                        assertThat(client.next(10)).isEmpty();
                        log.read(current, random);
                    }
                }
                default -> {
                    for (var frame : client.next(1 + random.nextInt(5))) {
                        assertThat(frame).isInstanceOf(Frame.Event.class);
                        seen.add(((Frame.Event) frame).event());
                        lastId = ((Frame.Event) frame).cursor();
                    }
                }
            }
        }
        log.read(current, random);
        seen.addAll(events(client.next(10_000)));

        assertThat(seen).containsExactlyInAnyOrderElementsOf(log.all());
        seen.stream().collect(Collectors.groupingBy(LiveEvent::slot)).forEach((slot, ofSlot) -> assertThat(ofSlot)
                .isSortedAccordingTo(Comparator.comparingLong(LiveEvent::offset)));
    }

    @Test
    void resetsTheClient_whenItsPlaceHasLeftTheRing() {
        var small = new LiveRing(3, 1 << 20);
        log.open(small, 1000);
        var slot = new Slot(LiveType.ALERT, 0);
        var early = Cursor.START.with(slot, 1);
        for (int i = 0; i < 5; i++) {
            log.write(slot, 0);
        }
        log.read(small, random);

        var frames = subscribe(small, early).next(10);

        assertThat(frames.getFirst()).isInstanceOf(Frame.Reset.class);
        assertThat(events(frames)).extracting(LiveEvent::offset).containsExactly(2L, 3L, 4L);
    }

    @Test
    void resetsTheClient_whenItComesFromABrokerThatIsGone() {
        log.open(ring, 1000);
        log.write(new Slot(LiveType.ALERT, 0), 0);
        log.read(ring, random);

        var frames = subscribe(ring, Cursor.START.with(new Slot(LiveType.ALERT, 0), 77))
                .next(10);

        assertThat(frames.getFirst()).isInstanceOf(Frame.Reset.class);
    }

    @Test
    void resetsAClientThatIsConnected_whenTheReaderBeganAnew() {
        log.open(ring, 1000);
        log.write(new Slot(LiveType.ALERT, 0), 0);
        log.read(ring, random);
        var client = subscribe(ring, null);
        client.next(10);

        ring.clear();
        new Log(PARTITIONS, LiveType.values()).open(ring, 1000);

        assertThat(client.next(10)).hasOnlyElementsOfType(Frame.Reset.class);
    }

    @Test
    void doesNotResetAClient_whenOnlyWhatItDoesNotWantHasLeftTheRing() {
        var small = new LiveRing(2, 1 << 20);
        log.open(small, 1000);
        for (int i = 0; i < 9; i++) {
            log.write(new Slot(LiveType.STORY, 0), 0);
        }
        var alert = log.write(new Slot(LiveType.ALERT, 1), 0);
        log.read(small, random);

        var client = new Subscription(small, Set.of(LiveType.ALERT), Cursor.START, OVERLAP, CLOCK);

        assertThat(client.next(10)).singleElement().satisfies(f -> assertThat(events(List.of(f)))
                .containsExactly(alert));
    }

    @Test
    void beginsTheOverlapBack_whenTheClientIsNew() {
        var slot = new Slot(LiveType.ALERT, 0);
        log.open(ring, 1000);
        ring.append(new LiveEvent(slot, 0, "old", "protests", new byte[1], Log.NOW.minusSeconds(61)));
        ring.append(new LiveEvent(slot, 1, "recent", "protests", new byte[1], Log.NOW.minusSeconds(59)));

        var frames = subscribe(ring, null).next(10);

        assertThat(frames.getFirst()).isEqualTo(new Frame.At(Cursor.START.with(slot, 1)));
        assertThat(events(frames)).extracting(LiveEvent::story).containsExactly("recent");
    }

    @Test
    void movesItsCursorOverMarkers_soThatAQuietClientIsNotReset() {
        var slot = new Slot(LiveType.ALERT, 0);
        log.open(ring, 1000);
        var client = subscribe(ring, Cursor.START);

        ring.advance(slot, 5);
        client.next(10);

        assertThat(client.cursor()).isEqualTo(Cursor.START.with(slot, 5));
    }

    @Test
    void saysNothing_whileTheRingIsFilled() {
        log.write(new Slot(LiveType.ALERT, 0), 0);
        log.open(ring, 1000);

        assertThat(subscribe(ring, null).next(10)).isEmpty();
    }
}
