package dev.tocsin.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a service's JVM: small, because eight of them share one machine.
 *
 * @param rehearsal whether this start is there to be remembered
 */
record ServiceCommand(Path root, Ports ports, boolean rehearsal) {
    private static final int QUICK = 1;
    private static final int OPTIMISING = 4;
    /** A tenth of the processor time of a process that has none, where both want all of it (sched(7)). */
    private static final String NICENESS = "10";

    /** What runs the service; a cache of other jars than these, or of another JVM, is one that the JVM leaves aside. */
    List<String> of(Service service) {
        var command = new ArrayList<String>();
        if (service.patient()) {
            command.addAll(List.of("nice", "-n", NICENESS));
        }
        command.addAll(jvm(service));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.port=" + ports.of(service),
                // what the libraries tell of each connection and partition hides what happens to the news
                "-Dquarkus.log.category.\"io.smallrye\".level=WARN",
                "-Dquarkus.log.category.\"org.apache.kafka\".level=WARN",
                "-Dquarkus.log.category.\"org.mongodb.driver\".level=WARN",
                "-Dquarkus.log.category.\"io.quarkus\".level=WARN",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager"));
        if (rehearsal) {
            command.addAll(List.of("-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes(service)));
        } else if (service.isRehearsed(root)) {
            command.add("-XX:AOTCache=" + service.cache(root));
        }
        command.add(service.main());
        return command;
    }

    /** What makes the cache of what was noted in a rehearsal. */
    List<String> remembering(Service service) {
        var command = jvm(service);
        command.addAll(List.of(
                "-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes(service), "-XX:AOTCache=" + service.cache(root)));
        return command;
    }

    /** What was loaded and linked in a rehearsal, as the JVM writes it at its end. */
    Path notes(Service service) {
        return service.cache(root).resolveSibling(service.name() + ".aotconf");
    }

    /** The flags that a cache is only good for if they are the same in all runs. */
    private List<String> jvm(Service service) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                // a batch, with what is made of it, fits into a survivor: else it ends in collections of the whole heap
                "-XX:NewRatio=1",
                "-XX:SurvivorRatio=2",
                "-XX:+UseCompactObjectHeaders",
                // the second compiler costs a JVM tens of megabytes, and all of them the cores while they start
                "-XX:TieredStopAtLevel=" + (service.optimised() ? OPTIMISING : QUICK),
                // what compilers leave behind goes back to the system
                "-XX:TrimNativeHeapInterval=10000",
                // which classes it does not remember is nothing to tell of
                "-Xlog:aot*=error,cds*=error",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                classPath(service.app(root))));
    }

    /**
     * All jars one by one, in the order in which Quarkus' own class loader looks: the JVM remembers only classes of its own
     * class loader, and only for the very same path.
     */
    private static String classPath(Path app) {
        return Stream.of("quarkus", "app", "lib/boot", "lib/main")
                .flatMap(folder -> jars(app.resolve(folder)))
                .map(Path::toString)
                .collect(Collectors.joining(":"));
    }

    private static Stream<Path> jars(Path folder) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
