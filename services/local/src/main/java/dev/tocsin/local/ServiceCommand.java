package dev.tocsin.local;

import java.nio.file.Path;
import java.util.List;

/** The command line of a service's JVM: small, because eight of them share one machine. */
record ServiceCommand(Path root, DataFolder data, Ports ports) {
    List<String> of(Service service) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + service.heapMegabytes() + "m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dquarkus.http.port=" + ports.of(service),
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                service.jar(root).toString());
    }
}
