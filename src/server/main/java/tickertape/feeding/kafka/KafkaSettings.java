package tickertape.feeding.kafka;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.Brokers;

/// The topic that prices come from where `feed.source` is `kafka`: the settings `feed.kafka.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "feed.kafka")
@SuppressWarnings("NullAway.Init")
public class KafkaSettings {

    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[A-Za-z0-9._-]{1,249}");

    /// Brokers to begin with, `host:port` separated by commas; the others are learnt from these.
    Optional<List<String>> servers;

    /// The topic with trades and quotes, a line in each record.
    Optional<String> topic;

    /// Where a topic begins that was not read before: at its end (`latest`) or with the oldest that is there
    /// (`earliest`).
    Begin begin = Begin.LATEST;

    /// The topic that gets the records that are no good; without one they are only counted.
    @ConfigProperty(name = "dead-letters")
    Optional<String> deadLetters;

    /// A file with further properties of Kafka's clients, such as `security.protocol` and what belongs to it.
    Optional<String> properties;

    /// Where reading begins the first time.
    public enum Begin {
        /// At the end of the topic.
        LATEST,
        /// With the oldest record that is there.
        EARLIEST
    }

    /// What the settings say.
    ///
    /// @param more properties of the clients
    record Options(
            List<String> servers, String topic, Begin begin, Optional<String> deadLetters, Map<String, Object> more) {}

    /// Checks all of them; throws `IllegalArgumentException`.
    Options options() {
        List<String> brokers = servers.orElseThrow(() -> new IllegalArgumentException(
                "feed.kafka.servers must be set when feed.source is kafka: host:port of a broker"));
        Brokers.check("feed.kafka.servers", brokers);
        String read = topic.orElseThrow(
                () -> new IllegalArgumentException("feed.kafka.topic must be set when feed.source is kafka"));
        checkTopic("feed.kafka.topic", read);
        deadLetters.ifPresent(name -> checkTopic("feed.kafka.dead-letters", name));
        if (deadLetters.equals(topic)) {
            throw new IllegalArgumentException(
                    "feed.kafka.dead-letters '%s' is the topic that is read".formatted(read));
        }
        return new Options(
                brokers,
                read,
                begin,
                deadLetters,
                properties
                        .map(file -> Brokers.properties("feed.kafka.properties", file))
                        .orElse(Map.of()));
    }

    private static void checkTopic(String setting, String name) {
        if (!TOPIC.matcher(name).matches()) {
            throw new IllegalArgumentException("%s '%s' is no name of a topic".formatted(setting, name));
        }
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        Options options = options();
        return "topic %s of %s%s"
                .formatted(
                        options.topic(),
                        String.join(", ", options.servers()),
                        options.deadLetters()
                                .map(name -> ", dead letters in " + name)
                                .orElse(""));
    }
}
