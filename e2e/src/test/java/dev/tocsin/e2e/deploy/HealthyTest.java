package dev.tocsin.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The health check of the images, {@code deploy/docker/healthy}, with a process that stands for the container's first. */
class HealthyTest {
    private static final Path SCRIPT = Manifests.ROOT.resolve("deploy/docker/healthy");
    private static final String END = "kill 1\n";

    @TempDir
    private Path folder;

    private HttpServer service;
    private Process first;

    @BeforeEach
    void start() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.start();
        first = new ProcessBuilder("sleep", "600").start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
        first.destroyForcibly();
    }

    private void answers(String question, int status) {
        service.createContext("/q/health/" + question, exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    /** What the check ends with. */
    private int check(String... words) throws IOException, InterruptedException {
        var script = Files.readString(SCRIPT);
        assertThat(script).containsOnlyOnce(END);
        var own = Files.writeString(folder.resolve("healthy"), script.replace(END, "kill " + first.pid() + "\n"));
        var command = new ArrayList<>(List.of("bash", own.toString()));
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment()
                .put("QUARKUS_HTTP_PORT", Integer.toString(service.getAddress().getPort()));
        return builder.start().waitFor();
    }

    @ParameterizedTest
    @CsvSource({"200, 503, 0", "503, 200, 1"})
    void isHealthy_whenReady(int ready, int live, int healthy) throws Exception {
        answers("ready", ready);
        answers("live", live);

        assertThat(check()).isEqualTo(healthy);
        assertThat(check("live")).isEqualTo(1 - healthy);
        assertThat(first.isAlive()).isTrue();
    }

    @Test
    void isEnded_whenItSaysThatOnlyANewProcessHelps() throws Exception {
        answers("ready", 503);
        answers("live", 503);

        assertThat(check()).isOne();
        assertThat(first.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ready", "live"})
    void isOnlyUnhealthy_whenNobodyListens(String question) throws Exception {
        service.stop(0);

        assertThat(check(question)).isOne();
        assertThat(first.isAlive()).isTrue();
    }
}
