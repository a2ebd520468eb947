package dev.tocsin.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A service as a child process, started again whenever it ends without having been stopped, with a growing pause so
 * that a service that cannot live does not burn the machine.
 */
final class ServiceProcess implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(1);
    /** How long one that is to be started again may take for its end. */
    private static final Duration END_GRACE = Duration.ofSeconds(12);

    private final String name;
    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Console console;
    private final Consumer<ServiceProcess> onStart;
    private Duration pause = FIRST_PAUSE;
    private volatile Process process;
    private volatile boolean stopping;
    private volatile int ends;
    /** Whether the last line is in the log; one thread at a time writes it. */
    private volatile boolean kept = true;

    private ServiceProcess(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Console console,
            Consumer<ServiceProcess> onStart) {
        this.name = name;
        this.command = command;
        this.environment = environment;
        this.log = log;
        this.console = console;
        this.onStart = onStart;
        this.process = spawn();
    }

    /**
     * @param log its output is appended there, beside being shown
     * @param onStart told after each start, the first and every later one
     */
    static ServiceProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Console console,
            Consumer<ServiceProcess> onStart) {
        var service = new ServiceProcess(name, command, environment, log, console, onStart);
        Thread.ofVirtual().name(name + "-supervisor").start(service::supervise);
        return service;
    }

    String name() {
        return name;
    }

    /** How often it ended without having been stopped. */
    int ends() {
        return ends;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Ends the process, so that it is started again; returns when it is gone. */
    void end() throws InterruptedException {
        var ending = process;
        ending.destroy();
        kill(ending, END_GRACE);
    }

    /** Stops for good: asks, waits, then kills. */
    @Override
    public synchronized void close() {
        stopping = true;
        process.destroy();
    }

    /** Stops for good, at once. */
    synchronized void kill() {
        stopping = true;
        process.destroyForcibly();
    }

    /**
     * After {@link #close()}: returns when it is gone.
     *
     * @param grace how long it may take before it is killed
     */
    void awaitGone(Duration grace) throws InterruptedException {
        kill(process, grace);
    }

    private void kill(Process ending, Duration grace) throws InterruptedException {
        if (!ending.waitFor(grace.toSeconds(), TimeUnit.SECONDS)) {
            console.line(name, "does not stop, killed");
            ending.destroyForcibly().waitFor();
        }
    }

    private Process spawn() {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.getParent());
            var started = builder.start();
            started.getOutputStream().close();
            Thread.ofPlatform().daemon().name(name + "-log").start(() -> copyLog(started));
            return started;
        } catch (IOException e) {
            throw new LaunchException(name + " cannot start: " + e.getMessage(), e);
        }
    }

    /** A full disk must not end the supervision. */
    private void tell() {
        try {
            onStart.accept(this);
        } catch (UncheckedIOException e) {
            console.line(name, "its start is not noted: " + e.getMessage());
        }
    }

    private void supervise() {
        try {
            while (true) {
                tell();
                var started = System.nanoTime();
                int exit = process.waitFor();
                if (stopping) {
                    return;
                }
                ends++;
                var lived = Duration.ofNanos(System.nanoTime() - started);
                pause = lived.compareTo(LONG_ENOUGH) > 0 ? FIRST_PAUSE : pause;
                console.line(name, "ended with " + exit + ", starting again in " + pause.toMillis() + " ms");
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
                synchronized (this) {
                    if (stopping) {
                        return;
                    }
                    process = spawn();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A disk that takes nothing now may take the next line; what is shown is shown all the same. */
    private void keep(String line, OutputStream file) {
        try {
            file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            kept = true;
        } catch (IOException e) {
            if (kept) {
                console.line(name, "what follows is not in " + log + ": " + e.getMessage());
            }
            kept = false;
        }
    }

    private void copyLog(Process from) {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(from.getInputStream(), StandardCharsets.UTF_8));
                OutputStream file = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                console.line(name, line);
                keep(line, file);
            }
        } catch (IOException e) {
            if (!stopping) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
