package dev.tocsin.local;

import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.UnreadableMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code run.json} in the data folder: what runs now, where it listens and under which process ids. Tests and scripts
 * read it; the next start uses it to stop what a killed launcher left behind.
 *
 * @param ready true once all services were
 */
public record RunFile(
        String dashboard, String broker, String store, boolean ready, long launcher, List<Running> services) {
    /** One service's process. */
    public record Running(String name, int port, long pid, Instant started) {}

    private static final String NAME = "run.json";
    private static final long GRACE_SECONDS = 10;

    static Path in(Path data) {
        return data.resolve(NAME);
    }

    /** Reads the file of a data folder. */
    public static RunFile read(Path data) throws IOException {
        try {
            return Json.read(Files.readAllBytes(in(data)), RunFile.class);
        } catch (UnreadableMessageException e) {
            throw new IOException(in(data) + " " + e.getMessage(), e);
        }
    }

    void write(Path data) {
        try {
            var fresh = data.resolve(NAME + ".new");
            Files.write(fresh, Json.write(this));
            Files.move(fresh, in(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Stops the services that the last run left running because it was killed itself.
     *
     * @return their names
     */
    static List<String> stopLeftovers(Path data) {
        if (!Files.exists(in(data))) {
            return List.of();
        }
        try {
            var left = read(data).services().stream().filter(RunFile::alive).toList();
            stop(left.stream()
                    .flatMap(service -> ProcessHandle.of(service.pid()).stream())
                    .toList());
            Files.delete(in(data));
            return left.stream().map(Running::name).toList();
        } catch (IOException e) {
            throw new LaunchException(e.getMessage() + ": delete it", e);
        }
    }

    private static boolean alive(Running service) {
        // a process id is reused; the start time tells ours from a stranger's
        return ProcessHandle.of(service.pid())
                .flatMap(p -> p.info().startInstant())
                .filter(started ->
                        Duration.between(started, service.started()).abs().compareTo(Duration.ofSeconds(2)) < 0)
                .isPresent();
    }

    /** Together: without their broker each needs its whole time. */
    private static void stop(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroy);
        var gone = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            gone.get(GRACE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            processes.forEach(ProcessHandle::destroyForcibly);
            gone.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new LaunchException("a process of the killed run cannot be stopped: " + e.getCause(), e);
        }
    }
}
