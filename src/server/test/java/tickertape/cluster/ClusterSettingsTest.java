package tickertape.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is wrong with the settings is said before anything is shared.
class ClusterSettingsTest {

    private final ClusterSettings settings = new ClusterSettings();

    @BeforeEach
    void fill() {
        settings.kafka = Optional.of(List.of("kafka-1.example:9092", "kafka-2.example:9092"));
        settings.node = Optional.empty();
        settings.properties = Optional.empty();
    }

    @Test
    void serverIsAloneByDefault() {
        settings.kafka = Optional.empty();

        assertThat(settings.isOn()).isFalse();
        assertThat(settings.inWords("host")).isEqualTo("off");
    }

    @Test
    void namesBeginWithThatOfTheCluster() {
        ClusterSettings.Options options = settings.options("host");

        assertThat(options.topic()).isEqualTo("tickertape-tape");
        assertThat(options.transactionalId()).isEqualTo("tickertape-leader");
        assertThat(settings.inWords("host"))
                .isEqualTo("tickertape-tape at kafka-1.example:9092, kafka-2.example:9092, this is host");
        settings.node = Optional.of("desk-1");
        assertThat(settings.options("host").node()).isEqualTo("desk-1");
    }

    @Test
    void nonsenseIsNamed() {
        settings.node = Optional.of("desk 1");
        refused("cluster.node 'desk 1' has other characters than letters, digits, '.', '_' and '-'");
        settings.name = "";
        refused("cluster.name '' has other characters than letters, digits, '.', '_' and '-'");
        settings.name = "desk";
        settings.node = Optional.empty();
        settings.properties = Optional.of("/no/such/file");
        refused("cluster.properties '/no/such/file' can't be read: java.nio.file.NoSuchFileException: /no/such/file");
        settings.kafka = Optional.of(List.of("nowhere"));
        refused("cluster.kafka 'nowhere' is not host:port");
    }

    @Test
    void clientsCanBeMadeOfThem() {
        assertThat(new ClusterClients(settings.options("host"))).satisfies(ClusterClients::check);
    }

    private void refused(String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings.options("host"))
                .withMessage(why);
    }
}
