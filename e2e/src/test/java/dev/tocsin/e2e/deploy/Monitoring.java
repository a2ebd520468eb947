package dev.tocsin.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What {@code deploy/monitoring} asks Prometheus for. */
public final class Monitoring {
    private static final Pattern SELECTOR = Pattern.compile("([a-z_][a-z0-9_]*)\\{([^}]*)}");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)");

    private final JsonNode rules;
    private final JsonNode dashboard;

    /**
     * What is asked of a metric.
     *
     * @param labels those that it is narrowed down by
     */
    public record Selector(String metric, Set<String> labels) {}

    public Monitoring() throws IOException {
        var folder = Manifests.ROOT.resolve("deploy/monitoring");
        rules = new YAMLMapper().readTree(folder.resolve("alerts.yaml").toFile());
        dashboard = new ObjectMapper()
                .readTree(folder.resolve("grafana/dashboards/tocsin.json").toFile());
    }

    /** Names of the alert rules. */
    public List<String> rules() {
        return rules.findValuesAsText("alert");
    }

    /** Each of a metric and its labels that a rule or a panel asks for. */
    public List<Selector> selectors() {
        var expressions = new ArrayList<>(rules.findValuesAsText("expr"));
        expressions.addAll(dashboard.findValuesAsText("expr"));
        return expressions.stream()
                .flatMap(expression -> SELECTOR.matcher(expression).results())
                .map(found -> new Selector(found.group(1), labels(found.group(2))))
                .distinct()
                .toList();
    }

    private static Set<String> labels(String selector) {
        var labels = new TreeSet<String>();
        LABEL.matcher(selector).results().forEach(found -> labels.add(found.group(1)));
        return labels;
    }

    /** The manual that each rule's runbook is in. */
    public static Path manual() {
        return Manifests.ROOT.resolve("docs/operations.md");
    }
}
