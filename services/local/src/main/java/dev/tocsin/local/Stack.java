package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The whole of Tocsin on this machine: broker and store in this JVM, the services as its children. */
final class Stack implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration GRACE = Duration.ofSeconds(12);
    /** What a JVM remembers it writes down at its end, all seven of them at once. */
    private static final Duration REMEMBERING = Duration.ofMinutes(3);

    private static final Duration PROBE_INTERVAL = Duration.ofMillis(100);
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(10);

    private final UpOptions options;
    private final Path root;
    private final Console console;
    private final DataFolder data;
    private final List<ServiceProcess> services = new ArrayList<>();
    private @Nullable LocalBroker broker;
    private @Nullable LocalStore store;
    private final @Nullable Replay replay;
    private @Nullable Thread replaying;
    private @Nullable Watch watch;
    private final boolean afterKill;
    private final String code = Secrets.code();
    private volatile boolean ready;

    private Stack(UpOptions options, Path root, Console console) {
        this.options = options;
        this.root = root;
        this.console = console;
        this.replay = options.replay() == null
                ? null
                : Replay.prepare(
                        options.replay(), "localhost:" + options.ports().broker(), console);
        this.data = DataFolder.open(options.data());
        // a run that stops by itself takes it away
        this.afterKill = RunFile.in(options.data()).toFile().exists();
    }

    /**
     * Opens the data folder and checks all that can be checked before anything runs.
     *
     * @param root of the project, with the built jars below it
     */
    static Stack prepare(UpOptions options, Path root, Console console) {
        for (var service : Service.ALL) {
            if (!service.jar(root).toFile().isFile()) {
                throw new LaunchException(
                        "the jar " + root.relativize(service.jar(root)) + " is missing: run ./tocsin build");
            }
        }
        FeedListCheck.require(root, options.feedLists());
        var stack = new Stack(options, root, console);
        try {
            var left = RunFile.stopLeftovers(options.data());
            if (!left.isEmpty()) {
                console.say("stopped what a killed run left behind: " + String.join(", ", left));
            }
            options.ports().requireFree();
            return stack;
        } catch (LaunchException e) {
            stack.close();
            throw e;
        }
    }

    /** Starts everything; returns when all services are ready. */
    void start() throws InterruptedException {
        var begin = Instant.now();
        var ports = options.ports();
        timed("broker", () -> broker = brokerOn(ports));
        timed("store", () -> store = storeOn(ports));
        timed(
                "channels",
                () -> LocalChannels.create(
                        "localhost:" + ports.broker(), Channel.DEFAULT_PREFIX, PARTITIONS, (short) 1));
        if (afterKill) {
            timed("rewind after a killed run", () -> Rewind.groups("localhost:" + ports.broker()));
        }
        var environment = new ServiceEnvironment(root, options, data, code);
        synchronized (services) {
            for (var service : Service.ALL) {
                services.add(ServiceProcess.start(
                        service.name(),
                        new ServiceCommand(root, ports, options.rehearsal()).of(service),
                        environment.of(service),
                        data.log(service.name()),
                        console,
                        started -> writeRunFile()));
            }
        }
        awaitReady(begin);
        try (var look = look()) {
            look.atTheBoard();
        }
        ready = true;
        writeRunFile();
        watch = Watch.over(
                services.stream().collect(Collectors.toMap(service -> service, service -> options.ports()
                        .services()
                        .get(service.name()))),
                WATCH_INTERVAL,
                console);
        console.say("all services ready after " + seconds(begin));
        console.say("dashboard: " + dashboard() + "   (Ctrl-C stops everything; data in " + data.path() + ")");
        console.say("sign in:   " + dashboard() + "/welcome#" + code + "   (once, within the hour)");
        if (replay != null) {
            replaying = replay.start(data.path(), afterKill);
        }
    }

    /** Stops the services first, so that they can hand back to the broker and the store what they hold. */
    @Override
    public void close() {
        if (replaying != null) {
            replaying.interrupt();
        }
        if (watch != null) {
            watch.close();
        }
        synchronized (services) {
            services.forEach(ServiceProcess::close);
            try {
                for (var service : services) {
                    service.awaitGone(options.rehearsal() ? REMEMBERING : GRACE);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (broker != null) {
            broker.close();
        }
        if (store != null) {
            store.close();
        }
        RunFile.in(data.path()).toFile().delete();
        data.close();
    }

    /** Kills the services, and leaves the rest as it is: to the next start this is a run that was killed. */
    void abandon() {
        synchronized (services) {
            services.forEach(ServiceProcess::kill);
        }
    }

    Path folder() {
        return data.path();
    }

    /** As the local admin. */
    FirstLook look() {
        return FirstLook.at(dashboard(), AdminKey.in(data.path()));
    }

    private LocalBroker brokerOn(Ports ports) {
        return LocalBroker.start(data.broker(), ports.broker(), ports.controller());
    }

    private LocalStore storeOn(Ports ports) {
        return LocalStore.start(
                data.store(), ports.store(), why -> Launcher.giveUp(this, "the store", why.getMessage()));
    }

    private void timed(String what, Runnable start) {
        var begin = Instant.now();
        try {
            start.run();
        } catch (LaunchException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new LaunchException(
                    "the " + what + " cannot start on the data folder " + data.path() + ": " + firstLine(e)
                            + ". If the folder is damaged, run ./tocsin reset --data " + data.path(),
                    e);
        }
        console.say(what + " up in " + seconds(begin));
    }

    private void awaitReady(Instant begin) throws InterruptedException {
        var waiting = new ArrayList<>(Service.ALL);
        try (var health = new Health()) {
            while (!waiting.isEmpty()) {
                for (var service : List.copyOf(waiting)) {
                    if (health.isReady(options.ports().of(service))) {
                        waiting.remove(service);
                        console.say(service.name() + " ready after " + seconds(begin) + " ("
                                + (Service.ALL.size() - waiting.size()) + " of " + Service.ALL.size() + ")");
                    }
                }
                requireAllAlive();
                if (Duration.between(begin, Instant.now()).compareTo(PATIENCE) > 0) {
                    var names = waiting.stream().map(Service::name).toList();
                    throw new LaunchException(String.join(", ", names) + " not ready after " + PATIENCE.toSeconds()
                            + " s: see the logs in " + data.path().resolve("logs"));
                }
                Thread.sleep(PROBE_INTERVAL);
            }
        }
    }

    private void requireAllAlive() {
        services.stream().filter(s -> s.ends() > 0).findFirst().ifPresent(s -> {
            throw new LaunchException(
                    s.name() + " ended while starting: the reason stands above and in " + data.log(s.name()));
        });
    }

    private String dashboard() {
        return "http://localhost:" + options.ports().services().get("dashboard");
    }

    private void writeRunFile() {
        synchronized (services) {
            var running = services.stream()
                    .map(s -> new RunFile.Running(
                            s.name(),
                            options.ports().services().get(s.name()),
                            s.handle().pid(),
                            s.handle().info().startInstant().orElse(Instant.EPOCH)))
                    .toList();
            new RunFile(
                            dashboard(),
                            "localhost:" + options.ports().broker(),
                            "mongodb://localhost:" + options.ports().store(),
                            ready,
                            ProcessHandle.current().pid(),
                            running)
                    .write(data.path());
        }
    }

    private static String seconds(Instant begin) {
        return String.format("%.1f s", Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    }

    private static String firstLine(Throwable e) {
        var message = e.getMessage() == null ? e.toString() : e.getMessage();
        return message.lines().findFirst().orElse(e.toString());
    }
}
