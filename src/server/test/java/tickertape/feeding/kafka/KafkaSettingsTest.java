package tickertape.feeding.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with the settings is said before anything is read.
class KafkaSettingsTest {

    private final KafkaSettings settings = new KafkaSettings();

    @BeforeEach
    void fill() {
        settings.servers = Optional.of(List.of("kafka-1.example:9092", "[::1]:9093"));
        settings.topic = Optional.of("prices");
        settings.deadLetters = Optional.empty();
        settings.properties = Optional.empty();
    }

    @Test
    void logSaysWhatIsRead() {
        assertThat(settings.inWords()).isEqualTo("topic prices of kafka-1.example:9092, [::1]:9093");
        settings.deadLetters = Optional.of("bad");
        assertThat(settings.inWords()).endsWith(", dead letters in bad");
    }

    @Test
    void brokersAndTopicMustBeSet() {
        settings.topic = Optional.empty();
        refused("feed.kafka.topic must be set when feed.source is kafka");
        settings.servers = Optional.empty();
        refused("feed.kafka.servers must be set when feed.source is kafka: host:port of a broker");
    }

    @Test
    void namesAreChecked() {
        settings.deadLetters = Optional.of("prices");
        refused("feed.kafka.dead-letters 'prices' is the topic that is read");
        settings.deadLetters = Optional.of("bad/letters");
        refused("feed.kafka.dead-letters 'bad/letters' is no name of a topic");
        settings.topic = Optional.of("..");
        refused("feed.kafka.topic '..' is no name of a topic");
        settings.servers = Optional.of(List.of("kafka-1.example"));
        refused("feed.kafka.servers 'kafka-1.example' is not host:port");
    }

    @Test
    void propertiesAreReadAndChecked(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("client.properties");
        settings.properties = Optional.of(file.toString());
        assertThatIllegalArgumentException()
                .isThrownBy(settings::options)
                .withMessageStartingWith("feed.kafka.properties '%s' can't be read: ".formatted(file));

        Files.writeString(file, "security.protocol=SSL\n");
        assertThat(settings.options().more()).containsEntry("security.protocol", "SSL");
        new KafkaClients(settings.options()).check();

        Files.writeString(file, "security.protocol=NONE\n");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KafkaClients(settings.options()).check())
                .withMessageStartingWith("feed.kafka.properties: Invalid value NONE");
    }

    private void refused(String message) {
        assertThatIllegalArgumentException().isThrownBy(settings::options).withMessage(message);
    }
}
