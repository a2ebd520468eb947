package dev.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    private final List<Long> pids = new CopyOnWriteArrayList<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile IntSupplier live = () -> 200;
    private HttpServer health;
    private ServiceProcess service;
    private Watch watch;

    @BeforeEach
    void start() throws IOException {
        health = HttpServer.create(new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0);
        health.createContext("/q/health/live", exchange -> {
            exchange.sendResponseHeaders(live.getAsInt(), -1);
            exchange.close();
            looks.incrementAndGet();
        });
        health.start();
        service = ServiceProcess.start(
                "language",
                List.of("sleep", "600"),
                Map.of(),
                folder.resolve("logs/language.log"),
                console,
                started -> pids.add(started.handle().pid()));
        watch = Watch.over(Map.of(service, health.getAddress().getPort()), Duration.ofMillis(20), console);
    }

    @AfterEach
    void stop() throws InterruptedException {
        watch.close();
        health.stop(0);
        service.close();
        service.awaitGone(PATIENCE);
    }

    private void awaitLooks(int more) {
        int before = looks.get();
        await().atMost(PATIENCE).until(() -> looks.get() >= before + more);
    }

    @Test
    void startsAgain_whatSaysThatOnlyThatHelps() {
        live = () -> service.ends() == 0 ? 503 : 200;

        await().atMost(PATIENCE).until(() -> pids.size() == 2);
        awaitLooks(2 * Watch.LOOKS);
        assertThat(service.ends()).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("language  | says that only a new start helps");
    }

    @Test
    void leavesAlone_whatIsLostForALookOrTwo() {
        live = () -> looks.get() % Watch.LOOKS == 0 ? 200 : 503;

        awaitLooks(4 * Watch.LOOKS);
        assertThat(service.ends()).isZero();
    }

    @Test
    void leavesAlone_whatDoesNotAnswer() {
        health.removeContext("/q/health/live"); // 404
        var silent = Watch.over(Map.of(service, 1), Duration.ofMillis(1), console);

        health.createContext("/q/health/live", exchange -> {
            looks.incrementAndGet();
            exchange.close(); // hangs up
        });
        awaitLooks(3 * Watch.LOOKS);
        silent.close();
        assertThat(service.ends()).isZero();
    }
}
