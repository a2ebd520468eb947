package dev.tocsin.e2e;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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

    private final Harm harm;
    private final Random random;
    private final Map<String, Integer> faults = new TreeMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

    private Chaos(Harm harm, long seed) {
        this.harm = harm;
        this.random = new Random(seed);
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
        var report = run(Duration.ofMinutes(options.get("--minutes")), options.get("--rate"), options.get("--seed"));
        Bench.alone("chaos", report);
        Reckoning.requireNothingLost(report);
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
            try (var harm = Harm.begin(folder, deliveries.routed(folder), deliveries.port());
                    var reader = Follower.begin(harm::dashboards, harm.tocsin().adminKey());
                    var load = SteadyLoad.begin(
                            () -> harm.tocsin().api(), new Articles("chaos", seed), rate, ONE_OF_A_TOPIC_IN)) {
                report.put("replicas", harm.hasSecondReplicas() ? 2 : 1);
                var chaos = new Chaos(harm, seed);
                chaos.rage(Instant.now().plus(length));
                load.finish();
                report.put("faults", chaos.faults);
                report.put("launcherGaveUpForWantOfRoom", harm.givenUp());
                report.put("pushesRepeated", load.repeats());
                var tocsin = harm.tocsin();
                var broker = tocsin.run().broker();
                Reckoning.judge(tocsin.api(), broker, load.accepted(), deliveries, reader, report);
                report.put("unreadableMessages", harm.poisons());
            }
        }
        return report;
    }

    /** One fault after the other, each with a few seconds in which the next may meet what the last one left. */
    private void rage(Instant end) throws Exception {
        var next = new ArrayDeque<Fault>();
        try (clock) {
            while (Instant.now().isBefore(end)) {
                if (next.isEmpty()) {
                    next.addAll(Fault.some(random));
                }
                var fault = next.remove();
                clock.schedule(() -> happen(fault), 1_000L + random.nextInt(6_000), TimeUnit.MILLISECONDS)
                        .get();
            }
        }
    }

    private Void happen(Fault fault) throws Exception {
        boolean happened = harm.happens(fault);
        System.out.println(Instant.now() + " " + fault + (happened ? "" : ": not here, or not now"));
        if (happened) {
            faults.merge(fault.kind(), 1, Integer::sum);
        }
        return null;
    }
}
