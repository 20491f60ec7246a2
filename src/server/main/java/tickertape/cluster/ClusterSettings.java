package tickertape.cluster;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.start.Brokers;

/// How several servers share one market and one tape: the settings `cluster.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "cluster")
@SuppressWarnings("NullAway.Init")
public class ClusterSettings {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    /// Brokers of Kafka, `host:port` separated by commas: all servers with the same ones share one tape. Without it,
    /// this server is alone.
    Optional<List<String>> kafka;

    /// Which cluster it is: what its topic and its transactions are called begins with this.
    String name = "tickertape";

    /// What this server is called in the logs of the others; else the name of its host.
    Optional<String> node;

    /// A file with further properties of Kafka's clients, such as `security.protocol` and what belongs to it.
    Optional<String> properties;

    /// What the settings say of a server that shares.
    ///
    /// @param more properties of the clients
    record Options(List<String> servers, String name, String node, Map<String, Object> more) {

        /// The one with the tape.
        String topic() {
            return name + "-tape";
        }

        /// By which a server that leads fences the one before.
        String transactionalId() {
            return name + "-leader";
        }
    }

    boolean isOn() {
        return kafka.isPresent();
    }

    /// Checks all of them; throws `IllegalArgumentException`.
    ///
    /// @param host the name of this machine
    Options options(String host) {
        List<String> servers = kafka.orElseThrow(() -> new IllegalStateException("cluster.kafka is not set"));
        checkName("cluster.name", name);
        node.ifPresent(own -> checkName("cluster.node", own));
        return new Options(
                Brokers.check("cluster.kafka", servers),
                name,
                node.orElse(host),
                properties
                        .map(file -> Brokers.properties("cluster.properties", file))
                        .orElse(Map.of()));
    }

    private static void checkName(String setting, String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s '%s' has other characters than letters, digits, '.', '_' and '-'".formatted(setting, text));
        }
    }

    /// For the line that the start leaves in the log.
    String inWords(String host) {
        if (!isOn()) {
            return "off";
        }
        Options options = options(host);
        return "%s at %s, this is %s".formatted(options.topic(), String.join(", ", options.servers()), options.node());
    }
}
