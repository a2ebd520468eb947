package dev.tocsin.local;

import dev.tocsin.contracts.Channel;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * A start that is there to be remembered: everything runs once with the sample until an alert has gone all the way, and at
 * its end each JVM notes which classes it loaded and linked. Made a cache of ({@link Service#cache}), these need not be
 * loaded and linked again. The launcher's own JVM is told to remember by the script.
 */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Rehearsal() {}

    /** Returns when all is written down and stopped; its folder is left for a look only where it failed. */
    static void run(Path root) throws InterruptedException {
        var data = folder().resolve("data");
        var options = UpOptions.rehearsal(data, root);
        var silent = new Console(new PrintStream(OutputStream.nullOutputStream()), false);
        try (var stack = Stack.prepare(options, root, silent)) {
            stack.start();
            awaitAlert("localhost:" + options.ports().broker());
        }
        var command = new ServiceCommand(root, options.ports(), true);
        for (var service : Service.ALL) {
            remember(service, command);
        }
        DataFolder.delete(data);
    }

    private static void remember(Service service, ServiceCommand command) throws InterruptedException {
        try {
            var made = new ProcessBuilder(command.remembering(service))
                    .redirectErrorStream(true)
                    .start();
            var told = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (made.waitFor() != 0) {
                throw new LaunchException("what " + service.name() + " noted of its start is of no use: " + told);
            }
            Files.delete(command.notes(service));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("tocsin-rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitAlert(String broker) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker))) {
            while (alerts(admin) == 0) {
                if (System.nanoTime() > end) {
                    throw new LaunchException("the sample rang no alert within " + PATIENCE.toSeconds() + " s");
                }
                Thread.sleep(PAUSE);
            }
        } catch (ExecutionException e) {
            throw new LaunchException("the rehearsal's broker does not answer: " + e.getCause(), e);
        }
    }

    private static long alerts(Admin admin) throws ExecutionException, InterruptedException {
        var topic = Channel.ALERTS.kafkaTopic(Channel.DEFAULT_PREFIX);
        var partitions = admin.describeTopics(List.of(topic))
                .allTopicNames()
                .get()
                .get(topic)
                .partitions();
        return admin
                .listOffsets(partitions.stream()
                        .collect(Collectors.toMap(
                                p -> new TopicPartition(topic, p.partition()), p -> OffsetSpec.latest())))
                .all()
                .get()
                .values()
                .stream()
                .mapToLong(o -> o.offset())
                .sum();
    }
}
