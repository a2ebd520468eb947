package dev.tocsin.e2e;

import dev.tocsin.local.Rehearsal;
import dev.tocsin.local.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code tocsin up} as a user starts it, but on free ports: the launcher's own process with the services below it. */
final class RunningTocsin implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private static final Duration GRACE = Duration.ofSeconds(40);
    private static final Predicate<String> GAVE_UP =
            Pattern.compile("^tocsin: .* gave up").asPredicate();

    private final Process launcher;
    private final Path data;
    private final Path log;
    private final Duration untilReady;

    private RunningTocsin(Process launcher, Path data, Path log, Duration untilReady) {
        this.launcher = launcher;
        this.data = data;
        this.log = log;
        this.untilReady = untilReady;
    }

    /** The project's root, wherever the tests were started. */
    static Path root() {
        return Path.of(System.getProperty("tocsin.root", ".")).toAbsolutePath().normalize();
    }

    /** The shared test material beside the project, which a clone may lack. */
    static Path shared() {
        return root().resolveSibling("shared");
    }

    /** Starts the stack and returns when it is ready. */
    static RunningTocsin start(Path data, String... feeds) throws IOException, InterruptedException {
        return startWith(
                data, Stream.of(feeds).flatMap(f -> Stream.of("--feed", f)).toList(), Map.of());
    }

    /** Starts the stack with further options of {@code up} and variables, and returns when it is ready. */
    static RunningTocsin startWith(Path data, List<String> options, Map<String, String> environment)
            throws IOException, InterruptedException {
        rehearse();
        var arguments = new ArrayList<>(List.of("--ports", "free", "--data", data.toString()));
        arguments.addAll(options);
        var log = Files.createTempFile("tocsin-up", ".log");
        var begin = Instant.now();
        var launcher = up(root(), log, arguments, environment);
        while (!isReady(data, launcher)) {
            if (!launcher.isAlive()) {
                throw new IllegalStateException(
                        "up ended with " + launcher.exitValue() + ":\n" + Files.readString(log));
            }
            if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
                launcher.destroy();
                throw new IllegalStateException("up was not ready in time:\n" + Files.readString(log));
            }
            launcher.waitFor(50, TimeUnit.MILLISECONDS);
        }
        return new RunningTocsin(launcher, data, log, Duration.between(begin, Instant.now()));
    }

    /** Once for these jars: all starts after it take half the time. */
    private static synchronized void rehearse() throws IOException, InterruptedException {
        if (!Rehearsal.isDue(root())) {
            return;
        }
        var log = Files.createTempFile("tocsin-rehearsal", ".log");
        var rehearsal = launcher(root(), log, List.of("rehearse"), Map.of());
        if (rehearsal.waitFor() != 0) {
            throw new IllegalStateException(
                    "the rehearsal ended with " + rehearsal.exitValue() + ":\n" + Files.readString(log));
        }
    }

    /**
     * The launcher's process.
     *
     * @param root of the project that it is to run
     * @param log takes its output
     */
    static Process up(Path root, Path log, List<String> arguments) throws IOException {
        return up(root, log, arguments, Map.of());
    }

    private static Process up(Path root, Path log, List<String> arguments, Map<String, String> environment)
            throws IOException {
        return launcher(
                root, log, Stream.concat(Stream.of("up"), arguments.stream()).toList(), environment);
    }

    private static Process launcher(Path root, Path log, List<String> arguments, Map<String, String> environment)
            throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-Xmn192m",
                "-XX:SurvivorRatio=3",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TrimNativeHeapInterval=10000",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dtocsin.root=" + root,
                "-cp",
                root() + "/services/local/target/local.jar:" + root() + "/services/local/target/lib/*",
                "dev.tocsin.local.Launcher"));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        builder.environment().putAll(environment);
        return builder.start();
    }

    Api api() {
        return new Api(run().dashboard(), adminKey());
    }

    /** The local admin's, as whoever owns the data folder reads it. */
    String adminKey() {
        try {
            return Files.readString(data.resolve("admin.key")).strip();
        } catch (IOException e) {
            throw new IllegalStateException("there is no admin.key:\n" + log(), e);
        }
    }

    /** What the launcher says of itself now; process ids change when a service is started again. */
    RunFile run() {
        try {
            return RunFile.read(data);
        } catch (IOException e) {
            throw new IllegalStateException("run.json is gone:\n" + log(), e);
        }
    }

    Duration untilReady() {
        return untilReady;
    }

    ProcessHandle service(String name) {
        return process(name).orElseThrow();
    }

    /** A service's process; empty where it has none just now, because it is being started again. */
    Optional<ProcessHandle> process(String name) {
        return run().services().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .flatMap(s -> ProcessHandle.of(s.pid()));
    }

    /** The process of broker and store, which starts the services. */
    ProcessHandle launcher() {
        return launcher.toHandle();
    }

    /** Whether broker or store could not go on, so that all of it has ended, or is about to. */
    boolean gaveUp() {
        return log().lines().anyMatch(GAVE_UP);
    }

    /** Returns when the launcher is gone. */
    void awaitGone() {
        launcher.onExit().orTimeout(GRACE.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** Kills a service with SIGKILL; false where it has no process just now. */
    boolean kill(String name) {
        return process(name).map(ProcessHandle::destroyForcibly).orElse(false);
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log: " + e;
        }
    }

    /** Ctrl-C, as far as one process can send it to another, and then nothing may be left. */
    @Override
    public void close() {
        var children = launcher.descendants().toList();
        launcher.destroy();
        if (launcher.onExit()
                .completeOnTimeout(launcher, GRACE.toSeconds(), TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            launcher.descendants().forEach(ProcessHandle::destroyForcibly);
            launcher.destroyForcibly();
            throw new IllegalStateException("up did not stop:\n" + log());
        }
        var left = children.stream().filter(ProcessHandle::isAlive).toList();
        if (!left.isEmpty()) {
            throw new IllegalStateException("left running: " + left);
        }
    }

    /** SIGKILL to the launcher, and with it to broker and store; the services are left behind, as they would be. */
    void kill() {
        launcher.destroyForcibly().onExit().join();
    }

    /** Not by what a killed run has left. */
    private static boolean isReady(Path data, Process launcher) throws IOException {
        if (!Files.exists(data.resolve("run.json"))) {
            return false;
        }
        var run = RunFile.read(data);
        return run.ready() && run.launcher() == launcher.pid();
    }
}
