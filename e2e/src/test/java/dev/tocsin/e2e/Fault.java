package dev.tocsin.e2e;

import dev.tocsin.contracts.Channel;
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

    /** The second replicas reach neither broker nor store, while all their connections stay open. */
    record Cut(int seconds) implements Fault {}

    /** A message that nobody can read. */
    record Poisoned(Channel channel) implements Fault {}

    List<String> SERVICES = List.of("ingest", "language", "classify", "alerts", "archive", "notify", "dashboard");
    List<Channel> READ = List.of(Channel.ARTICLES_FETCHED, Channel.ARTICLES_DETECTED, Channel.ARTICLES_CLASSIFIED);

    /** The next; of twenty, about six kill, four freeze, two stall, one strikes, three roll, two cut, and two poison. */
    static Fault next(Random random) {
        var service = SERVICES.get(random.nextInt(SERVICES.size()));
        return switch (random.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> new Killed(service);
            case 6, 7, 8, 9 -> new Frozen(service, 2 + random.nextInt(24));
            case 10, 11 -> new Stalled(2 + random.nextInt(13));
            case 12 -> new Struck();
            case 13, 14, 15 -> new Rolled(FarMachine.SERVICES.get(random.nextInt(FarMachine.SERVICES.size())));
            case 16, 17 -> new Cut(2 + random.nextInt(24));
            default -> new Poisoned(READ.get(random.nextInt(READ.size())));
        };
    }

    /** Its line in the report. */
    default String kind() {
        return switch (this) {
            case Killed killed -> killed.service() + " killed";
            case Frozen frozen -> frozen.service() + " frozen for 2 to 25 s";
            case Stalled stalled -> "broker and store frozen for 2 to 14 s";
            case Struck struck -> "launcher, broker and store killed";
            case Rolled rolled -> rolled.service() + ", second replica stopped and started";
            case Cut cut -> "network of the second replicas cut for 2 to 25 s";
            case Poisoned poisoned ->
                "unreadable message on " + poisoned.channel().slug();
        };
    }
}
