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
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * A start that is there to be remembered: everything runs once with the sample until an alert has gone all the way and the pages were open, and at
 * its end each JVM notes which classes it loaded and linked. Made a cache of ({@link Service#cache}), these need not be
 * loaded and linked again. The launcher's own JVM is told to remember by the script.
 */
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Rehearsal() {}

    /** Whether the built jars are others than were rehearsed. */
    public static boolean isDue(Path root) {
        return !Service.ALL.stream().allMatch(service -> service.isRehearsed(root));
    }

    /** Returns when all is written down and stopped; its folder is left for a look only where it failed. */
    static void run(Path root) throws InterruptedException {
        var data = folder();
        var options = UpOptions.rehearsal(data, root);
        var silent = new Console(new PrintStream(OutputStream.nullOutputStream()), false);
        try (var stack = Stack.prepare(options, root, silent)) {
            stack.start();
            awaitAlert("localhost:" + options.ports().broker());
            try (var look = stack.look()) {
                look.everywhere();
            }
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

    private static void awaitAlert(String broker) {
        var topic = Channel.ALERTS.kafkaTopic(Channel.DEFAULT_PREFIX);
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(Map.<String, Object>of("bootstrap.servers", broker), bytes, bytes)) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var end = Instant.now().plus(PATIENCE);
            while (consumer.poll(PATIENCE).isEmpty()) {
                if (Instant.now().isAfter(end)) {
                    throw new LaunchException("the sample rang no alert within " + PATIENCE.toSeconds() + " s");
                }
            }
        }
    }
}
