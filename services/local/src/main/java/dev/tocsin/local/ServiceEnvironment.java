package dev.tocsin.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the services of one run are told of each other, of the project's files and of where they keep what they know. */
final class ServiceEnvironment {
    private final Path root;
    private final UpOptions options;
    private final DataFolder data;
    private final String code;
    private final String serviceKey = Secrets.fresh();

    /**
     * @param root of the project
     * @param code with which the local admin signs in once
     */
    ServiceEnvironment(Path root, UpOptions options, DataFolder data, String code) {
        this.root = root;
        this.options = options;
        this.data = data;
        this.code = code;
    }

    Map<String, String> of(Service service) {
        var ports = options.ports();
        var environment = new HashMap<String, String>();
        environment.put("TOCSIN_SERVICE_KEY", serviceKey);
        environment.put("QUARKUS_LOG_CONSOLE_FORMAT", "%d{HH:mm:ss} %-5p [%c{1}] %s%e%n");
        if (service.name().equals("dashboard")) {
            environment.put("TOCSIN_DASHBOARD_ANONYMOUS", "viewer");
            environment.put(
                    "TOCSIN_DASHBOARD_LOCAL_KEY_FILE", AdminKey.in(data.path()).toString());
            environment.put("TOCSIN_DASHBOARD_LOCAL_CODE", code);
        }
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + ports.broker());
        environment.put("QUARKUS_MONGODB_CONNECTION_STRING", "mongodb://localhost:" + ports.store());
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("TOCSIN_INGEST_FEEDS", listed(options.feeds()));
        environment.put(
                "TOCSIN_INGEST_FEED_LISTS",
                listed(options.feedLists().stream().map(Path::toString).toList()));
        environment.put("TOCSIN_CLASSIFY_PACKS", root.resolve("topicpacks").toString());
        environment.put("TOCSIN_CLASSIFY_ACTORS", root.resolve("actors").toString());
        environment.put("TOCSIN_CLASSIFY_CONCEPTS", root.resolve("concepts").toString());
        environment.put(
                "TOCSIN_ALERTS_POLICY", root.resolve("deploy/alert-policy.yaml").toString());
        environment.put("TOCSIN_ALERTS_STATE_DIR", data.alertsState().toString());
        environment.put("TOCSIN_ARCHIVE_INDEX_DIR", data.archiveIndex().toString());
        for (var neighbour : List.of("archive", "ingest", "classify", "language", "alerts", "notify")) {
            environment.put("TOCSIN_DASHBOARD_" + neighbour.toUpperCase(Locale.ROOT) + "_URL", address(neighbour));
        }
        environment.put("TOCSIN_ARCHIVE_CLASSIFY_URL", address("classify"));
        environment.put("TOCSIN_NOTIFY_DASHBOARD_URL", address("dashboard"));
        environment.put(
                "TOCSIN_NOTIFY_ROUTES",
                System.getenv()
                        .getOrDefault(
                                "TOCSIN_NOTIFY_ROUTES",
                                root.resolve("deploy/routes.yaml").toString()));
        // glibc keeps an arena a thread; with many small JVMs on one machine that is most of their memory
        environment.put("MALLOC_ARENA_MAX", "2");
        return environment;
    }

    /** As the services' configuration reads a list: a comma or a backslash of its own is escaped. */
    private static String listed(List<String> items) {
        return items.stream()
                .map(item -> item.replace("\\", "\\\\").replace(",", "\\,"))
                .collect(Collectors.joining(","));
    }

    private String address(String service) {
        return "http://localhost:" + options.ports().services().get(service);
    }
}
