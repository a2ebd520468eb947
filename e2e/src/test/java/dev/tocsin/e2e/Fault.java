package dev.tocsin.e2e;

import dev.tocsin.contracts.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** What can happen to a running Tocsin at night. */
sealed interface Fault {
    /** A service's process is gone at once, as with SIGKILL or for want of memory. */
    record Killed(String service) implements Fault {}

    /** A service stands still with its connections open: longer than its session lasts, it is taken for dead and comes back. */
    record Frozen(String service, int seconds) implements Fault {}

    /** Broker and store stand still: a disk that hangs, a machine that swaps. */
    record Stalled(int seconds) implements Fault {}

    /** Broker, store and launcher are gone at once, and are started again. */
    record Struck() implements Fault {}

    /** The second replica of a service is stopped and started again, as in an upgrade: its channel is shared out anew twice. */
    record Rolled(String service) implements Fault {}

    /** The second replica of a service is gone at once. */
    record SecondKilled(String service) implements Fault {}

    /** The second replica of a service stands still, while the first one goes on. */
    record SecondFrozen(String service, int seconds) implements Fault {}

    /** The second replicas reach neither broker nor store, while all their connections stay open. */
    record Cut(int seconds) implements Fault {}

    /** A message that nobody can read. */
    record Poisoned(Channel channel) implements Fault {}

    /** The disk of broker, store and services takes nothing more. */
    record Full(int seconds) implements Fault {}

    /** Each write to a file of broker, store and services takes so much longer. */
    record Slow(int seconds, Duration longer) implements Fault {}

    /** The clock of one of the two machines is put forward or back, and after a while right again: two jumps. */
    record Jumped(boolean second, int seconds, Duration ahead) implements Fault {}

    List<String> SERVICES = List.of("ingest", "language", "classify", "alerts", "archive", "notify", "dashboard");
    List<Channel> READ = List.of(Channel.ARTICLES_FETCHED, Channel.ARTICLES_DETECTED, Channel.ARTICLES_CLASSIFIED);

    /** Each kind once, what is frequent more often, in any order. */
    static List<Fault> some(Random random) {
        var some = new ArrayList<Fault>(List.of(
                new Killed(one(SERVICES, random)),
                new Killed(one(SERVICES, random)),
                new Killed(one(SERVICES, random)),
                new Frozen(one(SERVICES, random), within(2, 26, random)),
                new Frozen(one(SERVICES, random), within(2, 26, random)),
                new Stalled(within(2, 15, random)),
                new Struck(),
                new Rolled(one(SERVICES, random)),
                new SecondKilled(one(SERVICES, random)),
                new SecondFrozen(one(SERVICES, random), within(2, 26, random)),
                new Cut(within(2, 26, random)),
                new Poisoned(one(READ, random)),
                new Full(within(5, 21, random)),
                new Slow(within(5, 16, random), Duration.ofMillis(within(5, 50, random))),
                new Jumped(false, within(5, 16, random), ahead(random)),
                new Jumped(true, within(5, 16, random), ahead(random))));
        Collections.shuffle(some, random);
        return some;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }

    private static int within(int least, int limit, Random random) {
        return least + random.nextInt(limit - least);
    }

    /** From half a minute to two hours, more than what brokers take for right. */
    private static Duration ahead(Random random) {
        var size = Duration.ofSeconds(within(30, 7201, random));
        return random.nextBoolean() ? size : size.negated();
    }

    /** Its line in the report. */
    default String kind() {
        return switch (this) {
            case Killed killed -> killed.service() + " killed";
            case Frozen frozen -> frozen.service() + " frozen for 2 to 25 s";
            case Stalled stalled -> "broker and store frozen for 2 to 14 s";
            case Struck struck -> "launcher, broker and store killed";
            case Rolled rolled -> rolled.service() + ", second replica stopped and started";
            case SecondKilled killed -> killed.service() + ", second replica killed";
            case SecondFrozen frozen -> frozen.service() + ", second replica frozen for 2 to 25 s";
            case Cut cut -> "network of the second replicas cut for 2 to 25 s";
            case Poisoned poisoned ->
                "unreadable message on " + poisoned.channel().slug();
            case Full full -> "disk full for 5 to 20 s";
            case Slow slow -> "disk slow for 5 to 15 s: 5 to 49 ms more a write";
            case Jumped jumped ->
                "clock of the " + (jumped.second() ? "second replicas" : "first replicas, broker and store")
                        + " half a minute to two hours wrong for 5 to 15 s";
        };
    }
}
