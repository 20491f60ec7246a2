package tickertape.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static tickertape.docs.Deployment.NAME;
import static tickertape.docs.Deployment.found;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The file for three servers with one tape cannot be run here, but is consistent with the one for a single server.
class ClusterFileTest {

    private static final JsonNode FILE = Deployment.yaml("cluster.yaml").getFirst();
    private static final JsonNode SERVICES = FILE.path("services");
    private static final List<String> NODES = List.of("node-1", "node-2", "node-3");
    private static final String EXTENDS = "/extends/service";
    private static final String ADDRESS = "/networks/inside/ipv4_address";
    private static final String MADE = "compose.yaml";

    @Test
    void serversAreThoseOfComposeWithNamesOfTheirOwn() {
        JsonNode first = SERVICES.path(NODES.getFirst());

        assertThat(first.at("/extends/file").asString()).isEqualTo(MADE);
        assertThat(first.at(EXTENDS).asString()).isEqualTo(NAME);
        for (String node : NODES) {
            assertThat(SERVICES.path(node).at("/environment/CLUSTER_NODE").asString())
                    .isEqualTo(node);
        }
        for (String node : NODES.subList(1, NODES.size())) {
            assertThat(SERVICES.path(node).at(EXTENDS).asString()).isEqualTo(NODES.getFirst());
        }
        assertThat(Setting.in(Deployment.read(Path.of("src/docs/settings.md"))).map(Setting::variable))
                .containsAll(first.path("environment").propertyNames());
    }

    @Test
    void addressesAreDifferentAndOnlyThatOfNginxIsBelieved() {
        String believed = Deployment.SERVICES
                .at("/tickertape/environment/TRUSTED_PROXIES")
                .asString();
        List<String> given = SERVICES.propertyNames().stream()
                .map(name -> SERVICES.path(name).at(ADDRESS).asString(""))
                .filter(address -> !address.isEmpty())
                .toList();

        assertThat(given).hasSize(4).doesNotHaveDuplicates().noneMatch(address -> address.matches(believed));
        assertThat(given)
                .doesNotContain(
                        Deployment.SERVICES.at("/database" + ADDRESS).asString(),
                        Deployment.SERVICES.at("/nginx" + ADDRESS).asString());
        assertThat(FILE.path("networks"))
                .isEqualTo(Deployment.yaml(MADE).getFirst().path("networks"));
    }

    @Test
    void nginxFindsAllServers() {
        assertThat(SERVICES.at("/node-1/networks/inside/aliases/0").asString()).isEqualTo(NAME);
        assertThat(SERVICES.at("/nginx" + EXTENDS).asString()).isEqualTo("nginx");
        assertThat(SERVICES.at("/nginx/depends_on").valueStream().map(JsonNode::asString))
                .isEqualTo(NODES);
    }

    @Test
    void serversFindTheBrokerAndTheDatabase() {
        String broker = SERVICES.at("/node-1/environment/CLUSTER_KAFKA").asString();

        assertThat(SERVICES.at("/kafka/environment/KAFKA_ADVERTISED_LISTENERS").asString())
                .isEqualTo("PLAINTEXT://" + broker);
        assertThat(SERVICES.at("/kafka/image").asString())
                .isEqualTo("apache/kafka:" + found(Pom.text(), "<kafka.version>(.+)</kafka.version>"));
        assertThat(SERVICES.at("/database" + EXTENDS).asString()).isEqualTo("database");
        assertThat(SERVICES.at("/node-1/depends_on").valueStream().map(JsonNode::asString))
                .containsExactly("database", "kafka");
    }
}
