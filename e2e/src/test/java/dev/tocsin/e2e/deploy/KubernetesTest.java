package dev.tocsin.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tocsin.contracts.Channel;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KubernetesTest {
    private static final Path DEPLOY = Manifests.ROOT.resolve("deploy");
    private static final Set<String> SERVICES =
            Set.of("ingest", "language", "classify", "alerts", "archive", "notify", "dashboard");

    private final Manifests manifests;

    KubernetesTest() throws Exception {
        manifests = new Manifests(DEPLOY.resolve("kubernetes"));
    }

    @Test
    void noKeyIsMisspelt() throws Exception {
        for (var resource : manifests.all()) {
            assertThat(Unknown.keys(
                            resource,
                            resource.getKind() + "/" + resource.getMetadata().getName()))
                    .isEmpty();
        }
    }

    @Test
    void everyServiceIsThere_probed_andConfined() {
        assertThat(manifests.pods().keySet()).containsAll(SERVICES);
        for (var name : SERVICES) {
            var pod = pod(name).getSpec();
            var container = container(name);
            assertThat(pod.getSecurityContext().getRunAsNonRoot()).as(name).isTrue();
            assertThat(pod.getAutomountServiceAccountToken()).as(name).isFalse();
            assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                    .as(name)
                    .isTrue();
            assertThat(container.getSecurityContext().getCapabilities().getDrop())
                    .as(name)
                    .containsExactly("ALL");
            assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
            assertThat(Stream.of(
                                    container.getStartupProbe(),
                                    container.getReadinessProbe(),
                                    container.getLivenessProbe())
                            .map(probe -> probe.getHttpGet().getPort().getStrVal()))
                    .as(name)
                    .containsOnly("http");
        }
    }

    /** What compose sets for containers on one host must be set here too, but for what comes from the secrets of a service. */
    @Test
    void everySettingOfComposeIsThere() throws Exception {
        var compose = new YAMLMapper()
                .readTree(Manifests.ROOT.resolve("docker-compose.yml").toFile());
        for (var name : SERVICES) {
            var wanted = new ArrayList<String>();
            compose.path("services").path(name).path("environment").properties().forEach(entry -> {
                if (!entry.getValue().asText().contains("${TOCSIN_")
                        || entry.getKey().equals("TOCSIN_SERVICE_KEY")) {
                    wanted.add(entry.getKey());
                }
            });
            wanted.remove("KAFKA_BOOTSTRAP_SERVERS"); // of all, from config.env
            assertThat(container(name).getEnv())
                    .extracting(EnvVar::getName)
                    .as(name)
                    .containsAll(wanted);
        }
    }

    @Test
    void whatIsReferredToExists() {
        manifests.pods().forEach((name, pod) -> {
            var container = pod.getSpec().getContainers().getFirst();
            assertThat(manifests.images()).contains(container.getImage());
            assertThat(container.getVolumeMounts()).as(name).allSatisfy(mount -> assertThat(volumes(name, pod))
                    .contains(mount.getName()));
            assertThat(Stream.concat(
                            container.getEnvFrom().stream()
                                    .filter(from -> from.getConfigMapRef() != null)
                                    .map(from -> from.getConfigMapRef().getName()),
                            pod.getSpec().getVolumes().stream()
                                    .filter(volume -> volume.getConfigMap() != null)
                                    .map(volume -> volume.getConfigMap().getName())))
                    .as(name)
                    .isSubsetOf(manifests.configMaps());
        });
    }

    @Test
    void servicesBudgetsAndPoliciesMeetTheirPods() {
        assertThat(manifests.all(Service.class)).hasSameSizeAs(SERVICES).allSatisfy(service -> {
            var name = service.getMetadata().getName();
            assertThat(pod(name).getMetadata().getLabels())
                    .containsAllEntriesOf(service.getSpec().getSelector());
            assertThat(service.getSpec().getPorts().getFirst().getPort())
                    .isEqualTo(container(name).getPorts().getFirst().getContainerPort());
        });
        assertThat(manifests.all(PodDisruptionBudget.class))
                .hasSameSizeAs(SERVICES)
                .allSatisfy(budget -> assertThat(met(budget.getSpec().getSelector()))
                        .containsExactly(budget.getMetadata().getName()));
        assertThat(manifests.all(NetworkPolicy.class))
                .allSatisfy(policy ->
                        assertThat(met(policy.getSpec().getPodSelector())).isNotEmpty());
    }

    @Test
    void scalesByTheLagOfGroupsAndChannelsThatExist() throws Exception {
        var reader = new YAMLMapper().readerFor(Map.class);
        var file = DEPLOY.resolve("kubernetes/scaling/lag.yaml").toFile();
        List<Map<?, ?>> objects = reader.<Map<?, ?>>readValues(file).readAll();
        assertThat(objects).isNotEmpty().allSatisfy(object -> {
            var spec = (Map<?, ?>) object.get("spec");
            var name = ((Map<?, ?>) spec.get("scaleTargetRef")).get("name");
            var trigger = (Map<?, ?>) ((Map<?, ?>) ((List<?>) spec.get("triggers")).getFirst()).get("metadata");
            assertThat(SERVICES).contains((String) name);
            assertThat(trigger.get("consumerGroup")).isEqualTo("tocsin-" + name);
            assertThat(Stream.of(Channel.values()).map(channel -> channel.kafkaTopic(Channel.DEFAULT_PREFIX)))
                    .contains((String) trigger.get("topic"));
        });
    }

    private PodTemplateSpec pod(String name) {
        return manifests.pods().get(name);
    }

    private Container container(String name) {
        return pod(name).getSpec().getContainers().getFirst();
    }

    private List<String> volumes(String name, PodTemplateSpec pod) {
        var names = new ArrayList<>(manifests.claims(name));
        pod.getSpec().getVolumes().forEach(volume -> names.add(volume.getName()));
        return names;
    }

    /** Names of the pods that a selector meets. */
    private List<String> met(LabelSelector selector) {
        return manifests.pods().entrySet().stream()
                .filter(pod ->
                        Labels.meet(selector, pod.getValue().getMetadata().getLabels()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
