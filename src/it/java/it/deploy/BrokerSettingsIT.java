package it.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The brokers' own image ignores variables of properties that Kafka does not know, so a slip would never be noticed.
class BrokerSettingsIT {

    private static final Pattern VARIABLE = Pattern.compile("^ *(?:- \\{name: )?KAFKA_(\\w+)\\b", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"deploy/cluster.yaml", "deploy-cluster/kafka.yaml"})
    void variablesAreOfPropertiesThatKafkaKnows(String file) throws IOException {
        String text = Files.readString(Path.of("src/docs").resolve(file));

        Set<String> properties = VARIABLE.matcher(text)
                .results()
                .map(variable -> variable.group(1).toLowerCase(Locale.ROOT).replace('_', '.'))
                .collect(Collectors.toSet());

        assertThat(properties).contains("auto.create.topics.enable", "node.id").hasSizeGreaterThan(8);
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).containsAll(properties);
    }
}
