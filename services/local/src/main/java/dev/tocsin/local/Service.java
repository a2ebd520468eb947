package dev.tocsin.local;

import java.nio.file.Path;
import java.util.List;

/**
 * One of the seven services as {@code up} runs it.
 *
 * @param name its folder, its log prefix and its jar
 * @param port where it listens on a machine of its own
 * @param heapMegabytes the most heap it gets here, where all share one machine
 * @param optimised whether it gets the second compiler: the stages that do nothing but compute
 */
record Service(String name, int port, int heapMegabytes, boolean optimised) {
    /** In the order of the way of an article; the dashboard, which people look at, last. */
    static final List<Service> ALL = List.of(
            new Service("ingest", 8081, 64, false),
            new Service("language", 8082, 64, true),
            new Service("classify", 8083, 72, true),
            new Service("alerts", 8084, 80, false),
            new Service("archive", 8085, 96, false),
            new Service("notify", 8086, 48, false),
            new Service("dashboard", 8080, 64, false));

    /** The runnable jar below the project's root. */
    Path jar(Path root) {
        return root.resolve("services").resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
