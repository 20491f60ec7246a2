package tickertape.docs;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.docs.Deployment.NAME;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The files for three servers with one tape on Kubernetes cannot be run here, but fit the one for a single server, the
/// one for Compose, and each other.
class KubernetesClusterTest {

    private static final JsonNode KUSTOMIZATION = yaml("kustomization.yaml").getFirst();
    private static final String LABELS = "/spec/template/metadata/labels";
    private static final JsonNode BASE = Deployment.kind("Deployment", "kubernetes.yaml");
    private static final JsonNode SERVER_LABELS = BASE.at(LABELS);
    private static final JsonNode SERVERS = yaml("servers.yaml").getFirst();
    private static final JsonNode CHANGED = SERVERS.at("/spec/template/spec/containers/0");
    private static final Map<String, JsonNode> BY_KIND = by("/kind", "kafka.yaml");
    private static final JsonNode BROKERS = one(BY_KIND, "StatefulSet");
    private static final JsonNode BROKER_LABELS = BROKERS.at(LABELS);
    private static final JsonNode BROKER = BROKERS.at("/spec/template/spec/containers/0");
    private static final Map<String, JsonNode> OF_BROKER = env(BROKER);
    private static final JsonNode IN_COMPOSE =
            Deployment.yaml("cluster.yaml").getFirst().path("services");

    @Test
    void allFilesAreUsedAndTheOneForASingleServerIsTheirBase() {
        List<String> resources = strings(KUSTOMIZATION.path("resources")).toList();

        assertThat(resources).containsExactly("../deploy", "kafka.yaml", "budget.yaml");
        assertThat(Deployment.CLUSTER.resolve(resources.getFirst()).normalize()).isEqualTo(Deployment.FOLDER);
        assertThat(KUSTOMIZATION.at("/patches/0/path").asString()).isEqualTo("servers.yaml");
        assertThat(Stream.concat(Stream.of("kustomization.yaml", "servers.yaml"), resources.stream())
                        .map(Deployment.CLUSTER::resolve))
                .allSatisfy(file -> assertThat(file).exists());
    }

    @Test
    void serversAreThoseOfTheBaseWithTheSettingsOfCompose() {
        Map<String, JsonNode> added = env(CHANGED);
        JsonNode composed = IN_COMPOSE.at("/node-1/environment");

        assertThat(SERVERS.path("kind")).isEqualTo(BASE.path("kind"));
        assertThat(SERVERS.at("/metadata/name")).isEqualTo(BASE.at("/metadata/name"));
        assertThat(CHANGED.path("name").asString()).isEqualTo(NAME);
        assertThat(env(Deployment.SERVER)).doesNotContainKeys(added.keySet().toArray(String[]::new));
        assertThat(added.keySet()).containsExactlyInAnyOrderElementsOf(composed.propertyNames());
        assertThat(Setting.in(Deployment.read(Path.of("src/docs/settings.md"))).map(Setting::variable))
                .containsAll(added.keySet());
        assertThat(one(added, "FEATURES_OFF").path("value")).isEqualTo(composed.path("FEATURES_OFF"));
        assertThat(one(added, "CLUSTER_NODE")
                        .at("/valueFrom/fieldRef/fieldPath")
                        .asString())
                .isEqualTo("metadata.name");
    }

    @Test
    void serversFindAllBrokersAndBrokersEachOther() {
        int brokers = BROKERS.at("/spec/replicas").asInt();
        String service = one(BY_KIND, "Service").at("/metadata/name").asString();
        String name = BROKERS.at("/metadata/name").asString();

        assertThat(BROKERS.at("/spec/serviceName").asString()).isEqualTo(service);
        assertThat(one(BY_KIND, "Service").path("spec").path("clusterIP").asString())
                .isEqualTo("None");
        assertThat(listed(one(env(CHANGED), "CLUSTER_KAFKA")))
                .isEqualTo(each(brokers, name + "-#." + service + ":9092"));
        assertThat(listed(one(OF_BROKER, "KAFKA_CONTROLLER_QUORUM_VOTERS")))
                .isEqualTo(each(brokers, "#@" + name + "-#." + service + ":9093"));
        assertThat(value("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("PLAINTEXT://$(POD_NAME)." + service + ":9092");
        assertThat(value("KAFKA_LISTENERS")).isEqualTo("PLAINTEXT://:9092,CONTROLLER://:9093");
        assertThat(BROKER.path("ports").findValuesAsString("containerPort")).containsExactly("9092", "9093");
        assertThat(one(BY_KIND, "Service").at("/spec/ports").findValuesAsString("port"))
                .containsExactly("9092", "9093");
    }

    @Test
    void brokersLoseNothingWithOneOfThem() {
        int brokers = BROKERS.at("/spec/replicas").asInt();

        assertThat(brokers).isEqualTo(3);
        assertThat(Stream.of("DEFAULT", "OFFSETS_TOPIC", "TRANSACTION_STATE_LOG")
                        .map(what -> number("KAFKA_%s_REPLICATION_FACTOR".formatted(what))))
                .containsOnly(brokers);
        assertThat(Stream.of("KAFKA_MIN_INSYNC_REPLICAS", "KAFKA_TRANSACTION_STATE_LOG_MIN_ISR")
                        .map(KubernetesClusterTest::number))
                .containsOnly(brokers - 1);
        assertThat(value("KAFKA_UNCLEAN_LEADER_ELECTION_ENABLE")).isEqualTo("false");
        assertThat(value("KAFKA_AUTO_CREATE_TOPICS_ENABLE")).isEqualTo("false");
    }

    @Test
    void brokersAreThoseOfCompose() {
        JsonNode composed = IN_COMPOSE.path("kafka");

        assertThat(BROKER.path("image")).isEqualTo(composed.path("image"));
        assertThat(OF_BROKER.keySet()).containsAll(composed.path("environment").propertyNames());
        assertThat("%s:%s"
                        .formatted(
                                BROKER.at("/securityContext/runAsUser").asString(),
                                BROKER.at("/securityContext/runAsGroup").asString()))
                .isEqualTo(composed.path("user").asString());
        assertThat(BROKERS.at("/spec/template/spec/enableServiceLinks").asBoolean(true))
                .isFalse();
        assertThat(value("KAFKA_LOG_DIRS"))
                .startsWith(BROKER.at("/volumeMounts/0/mountPath").asString() + "/");
        assertThat(BROKER.at("/volumeMounts/0/name"))
                .isEqualTo(BROKERS.at("/spec/volumeClaimTemplates/0/metadata/name"));
    }

    @Test
    void eachIsOnAMachineOfItsOwnAndOneAtATimeIsTakenAway() {
        Map<String, JsonNode> budgets = by("/metadata/name", "budget.yaml");

        assertThat(budgets).containsOnlyKeys(NAME, "kafka");
        oneAtATime(SERVERS, SERVER_LABELS, one(budgets, NAME));
        oneAtATime(BROKERS, BROKER_LABELS, one(budgets, "kafka"));
    }

    private static void oneAtATime(JsonNode set, JsonNode labels, JsonNode budget) {
        JsonNode spread = set.at("/spec/template/spec/topologySpreadConstraints/0");
        assertThat(set.at("/spec/replicas").asInt()).isEqualTo(3);
        assertThat(set.at("/spec/minReadySeconds").asInt()).isPositive();
        assertThat(spread.path("topologyKey").asString()).isEqualTo("kubernetes.io/hostname");
        assertThat(spread.path("whenUnsatisfiable").asString()).isEqualTo("DoNotSchedule");
        assertThat(spread.at("/labelSelector/matchLabels")).isEqualTo(labels);
        assertThat(budget.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(budget.at("/spec/maxUnavailable").asInt()).isOne();
    }

    @Test
    void onlyServersSpeakWithBrokers() {
        JsonNode policy = one(BY_KIND, "NetworkPolicy").path("spec");
        JsonNode servers = policy.at("/ingress/0");

        assertThat(policy.at("/podSelector/matchLabels")).isEqualTo(BROKER_LABELS);
        assertThat(policy.path("ingress").size()).isEqualTo(2);
        assertThat(servers.at("/ports/0/port").asInt()).isEqualTo(9092);
        assertThat(servers.at("/from/0/podSelector/matchLabels")).isEqualTo(SERVER_LABELS);
        assertThat(policy.at("/ingress/1/from/0/podSelector")).isEqualTo(policy.path("podSelector"));
    }

    private static List<JsonNode> yaml(String file) {
        return Deployment.yaml(Deployment.CLUSTER.resolve(file));
    }

    /// The documents of a file by a property, of which each has another value.
    private static Map<String, JsonNode> by(String path, String file) {
        return yaml(file).stream()
                .collect(Collectors.toMap(document -> document.at(path).asString(), Function.identity()));
    }

    private static JsonNode one(Map<String, JsonNode> nodes, String name) {
        return requireNonNull(nodes.get(name), name);
    }

    private static Map<String, JsonNode> env(JsonNode container) {
        return container
                .path("env")
                .valueStream()
                .collect(Collectors.toMap(variable -> variable.path("name").asString(), Function.identity()));
    }

    private static String value(String variable) {
        return one(OF_BROKER, variable).path("value").asString();
    }

    private static int number(String variable) {
        return Integer.parseInt(value(variable));
    }

    private static List<String> listed(JsonNode variable) {
        return Arrays.asList(variable.path("value").asString().split(","));
    }

    /// The text with the number of each broker in the place of `#`.
    private static List<String> each(int count, String text) {
        return IntStream.range(0, count)
                .mapToObj(number -> text.replace("#", Integer.toString(number)))
                .toList();
    }

    private static Stream<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString);
    }
}
