package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * The Java half of the command {@code tocsin}: {@code up} runs everything here, {@code rehearse} makes its starts quick,
 * {@code reset} forgets the data, {@code channels} makes the channels on any broker, {@code backup} and {@code restore}
 * keep the data in a file. Exits with 1 and one line where it cannot.
 */
public final class Launcher {
    private static final Logger QUIET = Logger.getLogger("");
    /** Less than this is none: a broker makes its files some megabytes at a time. */
    private static final long ROOM = 16L * 1024 * 1024;

    /** The first reason is the one; others follow from it. */
    private static final AtomicBoolean GIVEN_UP = new AtomicBoolean();

    private Launcher() {}

    public static void main(String[] arguments) {
        QUIET.setLevel(Level.SEVERE); // the broker tells every step; its faults come as exceptions
        try {
            var rest = List.of(arguments);
            if (rest.isEmpty()) {
                throw new LaunchException("usage: up|rehearse|reset|channels|backup|restore ...");
            }
            run(rest.getFirst(), rest.subList(1, rest.size()));
        } catch (LaunchException e) {
            System.err.println("tocsin: " + e.getMessage());
            exit(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exit(1);
        }
    }

    private static void run(String command, List<String> arguments) throws InterruptedException {
        var here = Path.of("").toAbsolutePath();
        switch (command) {
            case "up" -> up(arguments, here);
            case "rehearse" -> Rehearsal.run(root(here));
            case "reset" -> reset(arguments, here);
            case "channels" -> channels(arguments);
            case "backup" -> backup(arguments, here);
            case "restore" -> restore(arguments, here);
            default -> throw new LaunchException("unknown command " + command);
        }
    }

    private static void up(List<String> arguments, Path here) throws InterruptedException {
        var root = root(here);
        var options = UpOptions.parse(arguments, here, root);
        var console = Console.standard();
        var stack = Stack.prepare(options, root, console);
        var stopped = new CountDownLatch(1);
        var hook = new Thread(() -> {
            console.say("stopping");
            stack.close();
            stopped.countDown();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        // A broker that meets damage after its start ends the process; let that stop the children too.
        Exit.setExitProcedure((code, message) -> giveUp(stack, "the broker", message));
        Exit.setHaltProcedure((code, message) -> giveUp(stack, "the broker", message));
        stack.start();
        stopped.await();
    }

    /** The project's, as the script says. */
    private static Path root(Path here) {
        return Path.of(System.getProperty("tocsin.root", here.toString()));
    }

    /**
     * Ends the process, with the children, because broker or store cannot go on: as if it had been killed, for neither can hand
     * over anything now, and whatever they confirmed is on the disk.
     */
    static void giveUp(Stack stack, String who, @Nullable String message) {
        if (!GIVEN_UP.compareAndSet(false, true)) {
            return;
        }
        long room = stack.folder().toFile().getUsableSpace();
        System.err.println(
                room < ROOM
                        ? "tocsin: the disk of " + stack.folder() + " is full (" + room / 1024 + " KB are left), so "
                                + who + " gave up. What was accepted is kept: make room, and start again"
                        : "tocsin: " + who + " gave up: " + message);
        // not from this thread, which is the broker's or the store's
        Thread.ofPlatform().start(() -> {
            stack.abandon();
            Runtime.getRuntime().halt(1);
        });
    }

    private static void reset(List<String> arguments, Path here) {
        var data =
                switch (arguments.size()) {
                    case 0 -> DataFolder.defaultIn(here);
                    case 2 -> {
                        if (!arguments.getFirst().equals("--data")) {
                            throw new LaunchException(
                                    "unknown option " + arguments.getFirst() + "; usage: tocsin reset [--data DIR]");
                        }
                        yield here.resolve(arguments.getLast()).normalize();
                    }
                    default -> throw new LaunchException("usage: tocsin reset [--data DIR]");
                };
        Console.standard().say(DataFolder.delete(data) ? "forgot " + data : "nothing to forget in " + data);
    }

    private static void backup(List<String> arguments, Path here) {
        var file = file("backup", arguments, here);
        var data = data(arguments, here);
        int files = Backup.write(data, file);
        Console.standard().say("kept " + data + " in " + file + " (" + files + " files)");
    }

    private static void restore(List<String> arguments, Path here) {
        var file = file("restore", arguments, here);
        var data = data(arguments, here);
        int files = Backup.restore(file, data);
        Console.standard()
                .say("made " + data + " of " + file + " (" + files + " files); start it with: tocsin up --data "
                        + data);
    }

    private static Path file(String command, List<String> arguments, Path here) {
        boolean right = arguments.size() == 1
                || arguments.size() == 3 && arguments.get(1).equals("--data");
        if (!right) {
            throw new LaunchException("usage: tocsin " + command + " FILE [--data DIR]");
        }
        return here.resolve(arguments.getFirst()).normalize();
    }

    private static Path data(List<String> arguments, Path here) {
        return arguments.size() == 1
                ? DataFolder.defaultIn(here)
                : here.resolve(arguments.getLast()).normalize();
    }

    private static void channels(List<String> arguments) {
        if (arguments.size() != 3) {
            throw new LaunchException("usage: channels BOOTSTRAP_SERVERS PARTITIONS REPLICATION");
        }
        var client = ClientSettings.of(System.getenv());
        client.put("bootstrap.servers", arguments.getFirst());
        LocalChannels.create(
                client,
                System.getenv().getOrDefault("TOCSIN_CHANNEL_PREFIX", Channel.DEFAULT_PREFIX),
                Integer.parseInt(arguments.get(1)),
                Short.parseShort(arguments.get(2)));
        Console.standard().say("channels are there on " + arguments.getFirst());
    }

    private static void exit(int code) {
        System.exit(code);
    }
}
