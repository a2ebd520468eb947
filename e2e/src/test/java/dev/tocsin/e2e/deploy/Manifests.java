package dev.tocsin.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What {@code deploy/kubernetes} lists, read by the types of the cluster's API. */
final class Manifests {
    static final Path ROOT =
            Path.of(System.getProperty("tocsin.root", ".")).toAbsolutePath().normalize();

    private static final YAMLMapper YAML = new YAMLMapper();

    private final JsonNode kustomization;
    private final List<HasMetadata> all = new ArrayList<>();

    Manifests(Path folder) throws IOException {
        kustomization = YAML.readTree(folder.resolve("kustomization.yaml").toFile());
        var serialization = new KubernetesSerialization();
        for (var file : kustomization.path("resources")) {
            for (var document : Files.readString(folder.resolve(file.asText())).split("(?m)^---$")) {
                all.add(serialization.unmarshal(document));
            }
        }
    }

    List<HasMetadata> all() {
        return all;
    }

    <T extends HasMetadata> List<T> all(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** By name, the pods of everything that runs. */
    Map<String, PodTemplateSpec> pods() {
        var pods = new TreeMap<String, PodTemplateSpec>();
        all.forEach(each ->
                template(each).ifPresent(pod -> pods.put(each.getMetadata().getName(), pod)));
        return pods;
    }

    private static Optional<PodTemplateSpec> template(HasMetadata resource) {
        return Optional.ofNullable(
                switch (resource) {
                    case Deployment deployment -> deployment.getSpec().getTemplate();
                    case StatefulSet set -> set.getSpec().getTemplate();
                    case Job job -> job.getSpec().getTemplate();
                    default -> null;
                });
    }

    /** Volumes that a set claims for each of its pods. */
    List<String> claims(String set) {
        return all(StatefulSet.class).stream()
                .filter(each -> each.getMetadata().getName().equals(set))
                .flatMap(each -> each.getSpec().getVolumeClaimTemplates().stream())
                .map(claim -> claim.getMetadata().getName())
                .toList();
    }

    /** Names that the kustomization makes. */
    List<String> configMaps() {
        return names("configMapGenerator");
    }

    List<String> images() {
        return names("images");
    }

    private List<String> names(String list) {
        var names = new ArrayList<String>();
        kustomization.path(list).forEach(each -> names.add(each.path("name").asText()));
        return names;
    }
}
