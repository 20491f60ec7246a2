package tickertape.cluster;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tickertape.market.Market;
import tickertape.tape.SharedTopics;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.web.start.StartupCheck;

/// Keeps a server from starting that would share what is not ready for that.
///
/// @param database its URL
/// @param shared the topics of all features that are ready
record ClusterCheck(Market market, Tape tape, String database, Collection<SharedTopics> shared)
        implements StartupCheck {

    @Override
    public void run() {
        if (!market.resumes()) {
            throw new IllegalArgumentException(
                    "cluster.kafka is set, but a feed like that of feed.source can't go on where another server stops:"
                            + " only a simulated one can");
        }
        if (!database.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "cluster.kafka is set, so database.url must be that of a PostgreSQL which all its servers share, not '%s'"
                            .formatted(database));
        }
        Set<String> ready = new HashSet<>();
        shared.forEach(topics -> ready.addAll(topics.names()));
        Set<String> others =
                new TreeSet<>(tape.topics().stream().map(TopicDefinition::name).toList());
        others.removeAll(ready);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "cluster.kafka is set, but these topics can't be shared yet: %s; features.off leaves out their features"
                            .formatted(String.join(", ", others)));
        }
    }
}
