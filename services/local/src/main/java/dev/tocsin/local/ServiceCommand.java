package dev.tocsin.local;

import java.nio.file.Path;
import java.util.List;

/** The command line of a service's JVM: small, because eight of them share one machine. */
record ServiceCommand(Path root, DataFolder data, Ports ports) {
    private static final int QUICK = 1;
    private static final int OPTIMISING = 4;

    List<String> of(Service service) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                // the second compiler costs a JVM tens of megabytes, and all of them the cores while they start
                "-XX:TieredStopAtLevel=" + (service.optimised() ? OPTIMISING : QUICK),
                // what compilers leave behind goes back to the system
                "-XX:TrimNativeHeapInterval=10000",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.port=" + ports.of(service),
                "-Dquarkus.log.console.format=%d{HH:mm:ss} %-5p [%c{1}] %s%e%n",
                // what the libraries tell of each connection and partition hides what happens to the news
                "-Dquarkus.log.category.\"io.smallrye\".level=WARN",
                "-Dquarkus.log.category.\"org.apache.kafka\".level=WARN",
                "-Dquarkus.log.category.\"org.mongodb.driver\".level=WARN",
                "-Dquarkus.log.category.\"io.quarkus\".level=WARN",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                service.jar(root).toString());
    }
}
