package dev.tocsin.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.contracts.Channel;
import dev.tocsin.contracts.CloudEvent;
import dev.tocsin.contracts.Json;
import dev.tocsin.contracts.TraceParent;
import dev.tocsin.contracts.UnreadableMessageException;
import dev.tocsin.e2e.deploy.Monitoring;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the running services tell of themselves: metrics that rules and dashboards ask for, traces, logs in JSON. */
class MetricsIT {
    private static final Pattern LINE = Pattern.compile("([a-z_][a-z0-9_]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"");

    /** Prometheus adds these when it scrapes. */
    private static final Set<String> SCRAPED = Set.of("job", "instance", "service");

    @TempDir
    private Path data;

    @Test
    void whatIsAskedForIsThere() throws Exception {
        var sample = RunningTocsin.root().resolve("deploy/sample/feed.xml");
        var options = List.of("--feed", sample.toString());
        try (var collector = new Collector();
                var tocsin = RunningTocsin.startWith(data.resolve("data"), options, environment(collector))) {
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(told(tocsin))
                    .containsKeys("tocsin_alerts_rung_total", "tocsin_deliveries_pending")
                    .hasEntrySatisfying("tocsin_stage_seconds_bucket", labels -> assertThat(labels)
                            .contains("stage")));
            var told = told(tocsin);
            assertThat(new Monitoring().selectors())
                    .isNotEmpty()
                    .filteredOn(selector -> !selector.metric().equals("up"))
                    .allSatisfy(selector -> {
                        assertThat(told).containsKey(selector.metric());
                        var labels = new TreeSet<>(selector.labels());
                        labels.removeAll(SCRAPED);
                        assertThat(told.get(selector.metric()))
                                .as(selector.metric())
                                .containsAll(labels);
                    });
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(collector.traces().values())
                            .anySatisfy(MetricsIT::followsAnArticleToItsReceiver));
            followsAVerdictToItsReaders(tocsin, collector);
            logsAreJson(tocsin);
        }
    }

    private static void followsAnArticleToItsReceiver(List<Collector.Told> trace) {
        assertThat(trace)
                .extracting(told -> told.service().replace("tocsin-", "") + ": " + told.name())
                .contains(
                        "ingest: fetch",
                        "language: detect",
                        "classify: classify",
                        "alerts: story",
                        "alerts: alert",
                        "archive: archive",
                        "notify: notify",
                        "notify: deliver");
        var ids = trace.stream().map(Collector.Told::id).toList();
        assertThat(trace)
                .filteredOn(told -> !told.name().equals("fetch"))
                .extracting(Collector.Told::parent)
                .isSubsetOf(ids);
    }

    private static void followsAVerdictToItsReaders(RunningTocsin tocsin, Collector collector) throws Exception {
        var api = tocsin.api();
        var request = HttpRequest.newBuilder(URI.create(api.base() + "/api/live"))
                .header("Authorization", "Bearer " + api.key())
                .build();
        var story = api.get("/api/alerts?limit=1").at("/items/0/story").asText();
        try (var client = HttpClient.newHttpClient();
                var live = client.send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(live.read()).isPositive();
            assertThat(api.post("/api/alerts/" + story + "/verdicts", Map.of("verdict", "acknowledged", "by", "e2e"))
                            .status())
                    .isEqualTo(201);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(collector.traces().values()).anySatisfy(trace -> assertThat(trace)
                            .extracting(told -> told.service() + ": " + told.name())
                            .contains("tocsin-archive: archive", "tocsin-dashboard: push to browsers")));
        }
    }

    /** Each line of each service, and one of them with the trace of the message that it speaks of. */
    private void logsAreJson(RunningTocsin tocsin) throws Exception {
        var trace = TraceParent.start();
        var unreadable = new ProducerRecord<>(
                Channel.ARTICLES_FETCHED.kafkaTopic(Channel.DEFAULT_PREFIX), "k", "no JSON".getBytes(UTF_8));
        unreadable.headers().add(CloudEvent.TRACE_PARENT, trace.value().getBytes(UTF_8));
        var settings = Map.<String, Object>of("bootstrap.servers", tocsin.run().broker());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(unreadable).get();
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(logged("language")).anySatisfy(line -> {
                    assertThat(line.path("message").asText()).startsWith("dead letter channel=");
                    assertThat(line.at("/mdc/traceId").asText()).isEqualTo(trace.trace());
                }));
        for (var service : tocsin.run().services()) {
            assertThat(logged(service.name())).isNotEmpty().allSatisfy(line -> {
                assertThat(Instant.parse(line.path("timestamp").asText())).isBefore(Instant.now());
                assertThat(line.path("level").asText()).matches("[A-Z]+");
                assertThat(line.path("loggerName").asText()).isNotEmpty();
                assertThat(line.path("service").asText()).isEqualTo("tocsin-" + service.name());
                assertThat(line.has("message")).isTrue();
            });
        }
    }

    private List<JsonNode> logged(String service) throws IOException, UnreadableMessageException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(data.resolve("data/logs/" + service + ".log"))) {
            lines.add(Json.read(line.getBytes(UTF_8), JsonNode.class));
        }
        return lines;
    }

    private Map<String, String> environment(Collector collector) throws IOException {
        var environment = new HashMap<>(oneReceiver());
        environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint());
        environment.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "true");
        return environment;
    }

    /** Nobody listens there: what waits is told too. */
    private Map<String, String> oneReceiver() throws IOException {
        var routes = Files.writeString(
                data.resolve("routes.yaml"),
                """
                receivers:
                  desk: {type: webhook, url: "http://127.0.0.1:9/", secret-env: DESK_SECRET}
                routes:
                  - {name: all, to: [desk]}
                """);
        return Map.of(
                "TOCSIN_NOTIFY_ROUTES",
                routes.toString(),
                "TOCSIN_NOTIFY_ALLOW_PRIVATE_ADDRESSES",
                "true",
                "DESK_SECRET",
                "a secret of this test, long enough for it");
    }

    @Test
    void eachRuleHasItsRunbook() throws IOException {
        var manual = Files.readString(Monitoring.manual());
        assertThat(new Monitoring().rules()).isNotEmpty().allSatisfy(rule -> assertThat(manual)
                .contains("### " + rule + "\n"));
    }

    /** By metric, the labels that it has somewhere. */
    private static Map<String, Set<String>> told(RunningTocsin tocsin) throws IOException, InterruptedException {
        var told = new TreeMap<String, Set<String>>();
        try (var client = HttpClient.newHttpClient()) {
            for (var service : tocsin.run().services()) {
                var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/q/metrics"))
                        .build();
                client.send(request, BodyHandlers.ofLines()).body().forEach(line -> read(line, told));
            }
        }
        return told;
    }

    private static void read(String line, Map<String, Set<String>> told) {
        var metric = LINE.matcher(line);
        if (metric.matches()) {
            var labels = told.computeIfAbsent(metric.group(1), m -> new TreeSet<>());
            if (metric.group(2) != null) {
                LABEL.matcher(metric.group(2)).results().forEach(found -> labels.add(found.group(1)));
            }
        }
    }
}
