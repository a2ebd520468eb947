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
 * @param patient whether it gives way where the machine is full: it keeps what others tell, and catches up
 * @param main its main class
 */
record Service(String name, int port, int heapMegabytes, boolean optimised, boolean patient, String main) {
    /** What Quarkus makes where a service has no main class of its own. */
    private static final String GENERATED = "io.quarkus.runner.GeneratedMain";

    /** In the order of the way of an article; the dashboard, which people look at, last. */
    static final List<Service> ALL = List.of(
            new Service("ingest", 8081, 96, true, false, GENERATED),
            new Service("language", 8082, 128, true, false, GENERATED),
            new Service("classify", 8083, 128, true, false, "dev.tocsin.classify.Main"),
            new Service("alerts", 8084, 112, true, false, "dev.tocsin.alerts.Main"),
            new Service("archive", 8085, 192, true, true, GENERATED),
            new Service("notify", 8086, 48, false, false, GENERATED),
            new Service("dashboard", 8080, 96, false, false, GENERATED));

    /** The folder that its build leaves below the project's root. */
    private Path target(Path root) {
        return root.resolve("services").resolve(name).resolve("target");
    }

    /** Its application as Quarkus packages it. */
    Path app(Path root) {
        return target(root).resolve("quarkus-app");
    }

    /** The runnable jar below the project's root. */
    Path jar(Path root) {
        return app(root).resolve("quarkus-run.jar");
    }

    /** What its JVM remembers of a start, for the next ones (JEP 483, JEP 515); not there before {@code rehearse}. */
    Path cache(Path root) {
        return target(root).resolve(name + ".aot");
    }

    /** Whether what its JVM remembers was remembered of these jars. */
    boolean isRehearsed(Path root) {
        var cache = cache(root).toFile();
        return cache.isFile() && cache.lastModified() > jar(root).toFile().lastModified();
    }
}
