package dev.tocsin.e2e;

import dev.tocsin.contracts.Channel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A running Tocsin, with a second replica of each service where the system has namespaces, to which {@link Fault}s happen. */
final class Harm implements AutoCloseable {
    private final Path data;
    private final Map<String, String> environment;
    private final int receiver;
    private final Skew here;
    private final Skew there;
    private final Disk disk;
    private int poisons;
    private int givenUp;
    private volatile RunningTocsin tocsin;
    /** Null where this system lets nobody make a namespace. */
    private volatile @Nullable FarMachine far;

    private Harm(Path folder, Map<String, String> environment, int receiver) throws Exception {
        this.data = folder.resolve("data");
        this.environment = environment;
        this.receiver = receiver;
        this.here = Skew.in(folder, "here");
        this.there = Skew.in(folder, "there");
        this.disk = Disk.under(data);
        this.tocsin = start();
        this.far = FarMachine.isPossible() ? FarMachine.startBeside(tocsin.run(), settings(there), receiver) : null;
    }

    /**
     * @param folder of data, and of what the faults need
     * @param environment of all services
     * @param receiver the port of a receiver of webhooks
     */
    static Harm begin(Path folder, Map<String, String> environment, int receiver) throws Exception {
        return new Harm(folder, environment, receiver);
    }

    RunningTocsin tocsin() {
        return tocsin;
    }

    boolean hasSecondReplicas() {
        return far != null;
    }

    /** The first dashboard, and the second where there is one. */
    List<String> dashboards() {
        var second = far;
        return second == null
                ? List.of(tocsin.run().dashboard())
                : List.of(tocsin.run().dashboard(), second.dashboard());
    }

    /** Messages that nobody can read. */
    int poisons() {
        return poisons;
    }

    /** How often the launcher ended by itself, for want of room. */
    int givenUp() {
        return givenUp;
    }

    /** False where what is meant is not there, or just being started again, or where the system does not let it happen. */
    boolean happens(Fault fault) throws Exception {
        return switch (fault) {
            case Fault.Killed killed -> tocsin.kill(killed.service());
            case Fault.Frozen frozen -> {
                var process = tocsin.process(frozen.service());
                yield process.isPresent() && freeze(process.get(), frozen.seconds());
            }
            case Fault.Stalled stalled -> freeze(tocsin.launcher(), stalled.seconds());
            case Fault.Struck struck -> strike();
            case Fault.Rolled rolled -> second(far -> far.roll(rolled.service()));
            case Fault.SecondKilled killed -> second(far -> far.kill(killed.service()));
            case Fault.SecondFrozen frozen -> second(far -> freeze(far.process(frozen.service()), frozen.seconds()));
            case Fault.Cut cut -> second(far -> far.cut(cut.seconds()));
            case Fault.Poisoned poisoned -> poison(poisoned.channel());
            case Fault.Full full -> disk.isPossible() && fill(full.seconds());
            case Fault.Slow slow ->
                here.isPossible()
                        && during(slow.seconds(), () -> here.disk(slow.longer()), () -> here.disk(Duration.ZERO));
            case Fault.Jumped jumped -> {
                var clock = jumped.second() ? there : here;
                yield clock.isPossible()
                        && (!jumped.second() || far != null)
                        && during(
                                jumped.seconds(), () -> clock.clock(jumped.ahead()), () -> clock.clock(Duration.ZERO));
            }
        };
    }

    private RunningTocsin start() throws IOException, InterruptedException {
        var feed = RunningTocsin.root().resolve("e2e/src/test/resources/empty-feed.xml");
        return RunningTocsin.startWith(data, List.of("--feed", feed.toString()), settings(here));
    }

    private Map<String, String> settings(Skew skew) {
        var settings = new HashMap<>(environment);
        settings.putAll(skew.environment());
        return settings;
    }

    /** What can be done to the second replicas. */
    private interface ToFar {
        void does(FarMachine far) throws Exception;
    }

    private boolean second(ToFar harm) throws Exception {
        var second = far;
        if (second != null) {
            harm.does(second);
        }
        return second != null;
    }

    /** What can fail as starting a process can. */
    private interface Step {
        void take() throws IOException, InterruptedException;
    }

    private static boolean during(int seconds, Step begin, Step end) throws Exception {
        begin.take();
        after(seconds, () -> {
            end.take();
            return null;
        });
        return true;
    }

    private static void after(int seconds, Callable<?> end) throws Exception {
        CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
                .get();
        end.call();
    }

    /** Stops a process with SIGSTOP for some seconds; one that is gone meanwhile is none of ours any more. */
    private static boolean freeze(ProcessHandle process, int seconds) throws Exception {
        return during(seconds, () -> signal(process, "STOP"), () -> signal(process, "CONT"));
    }

    private static void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private boolean strike() throws Exception {
        tocsin.kill();
        return again();
    }

    /** A launcher that gives up for want of room is started again when there is some, as whatever keeps it running would. */
    private boolean fill(int seconds) throws Exception {
        during(seconds, disk::fill, disk::free);
        if (tocsin.gaveUp()) {
            givenUp++;
            tocsin.log().lines().filter(line -> line.startsWith("tocsin:")).forEach(System.out::println);
            tocsin.awaitGone();
            again();
        }
        return true;
    }

    /** What starts again listens elsewhere, so the second replicas are others too. */
    private boolean again() throws Exception {
        var second = far;
        if (second != null) {
            second.close();
        }
        tocsin = start();
        if (second != null) {
            far = FarMachine.start(tocsin.run(), settings(there), receiver);
        }
        return true;
    }

    private boolean poison(Channel channel) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", tocsin.run().broker(), "acks", "all");
        var rubbish = (Reckoning.POISON + poisons++).getBytes(StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(channel.kafkaTopic(Channel.DEFAULT_PREFIX), rubbish, rubbish))
                    .get();
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        try (disk) {
            var second = far;
            if (second != null) {
                second.close();
            }
            tocsin.close();
        }
    }
}
