package dev.tocsin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PushRoomTest {
    private final PushRoom room = new PushRoom(10, Duration.ofSeconds(5));
    private final PushRoom full = new PushRoom(10, Duration.ZERO);

    @Test
    void leavesABodyUnread_untilThereIsRoom() throws Exception {
        var working = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var second = new ByteArrayInputStream(new byte[6_000]);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> room.take(new ByteArrayInputStream(new byte[6_000]), 6_000, body -> {
                working.countDown();
                return wait(done) ? body.length : -1;
            }));
            working.await();
            var next = threads.submit(() -> room.take(second, 6_000, body -> body.length));
            assertThat(second.available()).isEqualTo(6_000);

            done.countDown();
            assertThat(first.get()).contains(6_000);
            assertThat(next.get()).contains(6_000);
        }
    }

    @Test
    void turnsABodyAway_whenNoRoomComesInTime() throws Exception {
        var answer = full.take(new ByteArrayInputStream(new byte[9_000]), 9_000, body -> refused());
        assertThat(answer).contains(true);
    }

    private boolean refused() {
        try {
            return full.take(new ByteArrayInputStream(new byte[9_000]), 9_000, body -> body.length)
                    .isEmpty();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Those who wait have begun to send, and are in memory too. */
    @Test
    void turnsABodyAwayAtOnce_whenTooManyWait() throws Exception {
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        var waited = new PushRoom(10, Duration.ofMinutes(10));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> waited.take(new ByteArrayInputStream(new byte[9_000]), 9_000, body -> {
                begun.countDown();
                return wait(done);
            }));
            begun.await();
            var others = Stream.generate(() -> threads.submit(
                            () -> waited.take(new ByteArrayInputStream(new byte[9_000]), 9_000, body -> true)))
                    .limit(40)
                    .toList();

            await().atMost(Duration.ofSeconds(60))
                    .until(() -> others.stream().filter(Future::isDone).count() == 8);
            done.countDown();
            for (var other : others) {
                other.get();
            }
            assertThat(others.stream().filter(other -> other.resultNow().isEmpty()))
                    .hasSize(8);
        }
    }

    @Test
    void takesABodyThatIsLargerThanTheRoom_alone() throws Exception {
        assertThat(room.take(new ByteArrayInputStream(new byte[50_000]), 50_000, body -> body.length))
                .contains(50_000);
        assertThat(room.take(new ByteArrayInputStream(new byte[5]), -1, body -> body.length))
                .contains(5);
    }

    @Test
    void givesItsRoomBack_whenTheWorkFails() throws Exception {
        for (int i = 0; i < 3; i++) {
            try {
                room.take(new ByteArrayInputStream(new byte[9_000]), 9_000, body -> {
                    throw new IllegalStateException("no");
                });
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no");
            }
        }
        await().atMost(Duration.ofSeconds(60))
                .until(() -> room.take(new ByteArrayInputStream(new byte[9_000]), 9_000, body -> true)
                        .orElse(false));
    }

    private static boolean wait(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
