package dev.tocsin.e2e;

import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.DeadLetter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * {@code ./tocsin chaos [--minutes N] [--rate N] [--seed N]}: a steady load while one {@link Fault} follows the other,
 * then the sums: each article that was accepted is archived once, each revision of a story and an alert is on its channel
 * once, each alert is delivered under one key, and each unreadable message lies among the dead letters.
 */
final class Chaos {
    private static final int MINUTES = 10;
    private static final int RATE = 200;
    /** Few enough that a night of chaos is not one of alerts. */
    private static final int ONE_OF_A_TOPIC_IN = 20;

    private static final String POISON = "{\"poison\": ";

    private final Path data;
    private final Map<String, String> environment;
    private final Random random;
    private final Map<String, Integer> faults = new TreeMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final ScheduledExecutorService thaws = Executors.newSingleThreadScheduledExecutor();
    private int poisons;
    private volatile RunningTocsin tocsin;
    /** Null where this system lets nobody make a namespace. */
    private @Nullable FarMachine far;

    private Chaos(Path data, Map<String, String> environment, long seed) throws Exception {
        this.data = data;
        this.environment = environment;
        this.random = new Random(seed);
        this.tocsin = start();
        this.far = FarMachine.isPossible() ? FarMachine.startBeside(tocsin.run()) : null;
    }

    public static void main(String[] arguments) throws Exception {
        var options = new LinkedHashMap<>(Map.of("--minutes", MINUTES, "--rate", RATE, "--seed", 1));
        for (int i = 0; i < arguments.length; i += 2) {
            if (!options.containsKey(arguments[i])
                    || i + 1 == arguments.length
                    || !arguments[i + 1].matches("[1-9]\\d{0,5}")) {
                System.err.println("chaos: '" + arguments[i] + "' is no option, or no whole number from 1 follows it"
                        + " (usage: ./tocsin chaos [--minutes N] [--rate ARTICLES_A_SECOND] [--seed N])");
                System.exit(1);
            }
            options.put(arguments[i], Integer.parseInt(arguments[i + 1]));
        }
        Bench.alone(
                "chaos",
                run(Duration.ofMinutes(options.get("--minutes")), options.get("--rate"), options.get("--seed")));
    }

    /**
     * @param rate articles a second
     * @param seed of the faults: the same ones in the same order, though never at the same instant
     */
    static Map<String, Object> run(Duration length, int rate, long seed) throws Exception {
        var folder = Files.createTempDirectory("tocsin-chaos");
        var report = new LinkedHashMap<String, Object>();
        report.put("at", Instant.now().toString());
        report.put("minutes", length.toMinutes());
        report.put("articlesASecond", rate);
        report.put("seed", seed);
        try (var deliveries = Deliveries.listen()) {
            var chaos = new Chaos(folder.resolve("data"), deliveries.environment(folder), seed);
            try (var load =
                    SteadyLoad.begin(() -> chaos.tocsin.api(), new Articles("chaos", seed), rate, ONE_OF_A_TOPIC_IN)) {
                report.put("replicas", chaos.far == null ? 1 : 2);
                chaos.rage(Instant.now().plus(length));
                load.finish();
                report.put("faults", chaos.faults);
                report.put("articlesAccepted", load.accepted().size());
                report.put("pushesRepeated", load.repeats());
                chaos.judge(load.accepted(), deliveries, report);
            } finally {
                chaos.close();
            }
        }
        return report;
    }

    private void close() throws Exception {
        clock.shutdownNow();
        thaws.shutdownNow();
        try {
            if (far != null) {
                far.close();
            }
        } finally {
            tocsin.close();
        }
    }

    private RunningTocsin start() throws IOException, InterruptedException {
        var feed = RunningTocsin.root().resolve("e2e/src/test/resources/empty-feed.xml");
        return RunningTocsin.startWith(data, List.of("--feed", feed.toString()), environment);
    }

    /** One fault after the other, each with a few seconds in which the next may meet what the last one left. */
    private void rage(Instant end) throws Exception {
        while (Instant.now().isBefore(end)) {
            clock.schedule(this::next, 1_000L + random.nextInt(6_000), TimeUnit.MILLISECONDS)
                    .get();
        }
    }

    private Void next() throws Exception {
        var fault = Fault.next(random);
        System.out.println(Instant.now() + " " + fault);
        if (happens(fault)) {
            faults.merge(fault.kind(), 1, Integer::sum);
        }
        return null;
    }

    /** False where what is meant is not there, or just being started again. */
    private boolean happens(Fault fault) throws Exception {
        switch (fault) {
            case Fault.Killed killed -> {
                return tocsin.kill(killed.service());
            }
            case Fault.Frozen frozen -> {
                var process = tocsin.process(frozen.service());
                if (process.isEmpty()) {
                    return false;
                }
                freeze(process.get(), frozen.seconds());
            }
            case Fault.Stalled stalled -> freeze(tocsin.launcher(), stalled.seconds());
            case Fault.Struck struck -> strike();
            case Fault.Rolled rolled -> {
                if (far == null) {
                    return false;
                }
                far.roll(rolled.service());
            }
            case Fault.Cut cut -> {
                if (far == null) {
                    return false;
                }
                far.cut(cut.seconds());
            }
            case Fault.Poisoned poisoned -> poison(poisoned.channel());
        }
        return true;
    }

    /** Everything is gone; what starts again listens elsewhere, so the second replicas are others too. */
    private void strike() throws Exception {
        if (far != null) {
            far.close();
        }
        tocsin.kill();
        tocsin = start();
        if (far != null) {
            far = FarMachine.start(tocsin.run());
        }
    }

    /** Stops a process with SIGSTOP for some seconds; one that is gone meanwhile is none of ours any more. */
    private void freeze(ProcessHandle process, int seconds) throws Exception {
        signal(process, "STOP");
        thaws.schedule(() -> signal(process, "CONT"), seconds, TimeUnit.SECONDS).get();
    }

    private static Void signal(ProcessHandle process, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        return null;
    }

    private void poison(Channel channel) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", tocsin.run().broker(), "acks", "all");
        var rubbish = (POISON + poisons++).getBytes(StandardCharsets.UTF_8);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(channel.kafkaTopic(Channel.DEFAULT_PREFIX), rubbish, rubbish))
                    .get();
        }
    }

    private void judge(Set<String> accepted, Deliveries deliveries, Map<String, Object> report) throws Exception {
        Kept.judge(tocsin, accepted, report);
        var broker = tocsin.run().broker();
        Told.judge(broker, deliveries, report);
        report.put("unreadableMessages", poisons);
        report.put("unreadableMessagesAmongTheDeadLetters", buried(broker));
    }

    /** Each reader of a channel that cannot read a message buries it, so one may lie there more than once. */
    private static long buried(String broker) throws Exception {
        return Committed.all(broker, Channel.DEAD_LETTERS, DeadLetter.class).stream()
                .filter(letter -> letter.value() != null && letter.value().startsWith(POISON))
                .map(DeadLetter::value)
                .distinct()
                .count();
    }
}
