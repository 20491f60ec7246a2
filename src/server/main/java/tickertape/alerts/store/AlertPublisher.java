package tickertape.alerts.store;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;

/// Puts firings on the tape, and the news that a list of alerts has changed.
///
/// @param alerts the topic of the firings
/// @param lists the topic of the changes
/// @param tape takes a batch
/// @param published is told of each firing that lies on the tape
public record AlertPublisher(
        TopicDefinition alerts, TopicDefinition lists, Consumer<List<Draft>> tape, Consumer<FiringRow> published) {

    private static final String ONE_KEY = "";

    /// @param owners whose list has changed
    /// @param revision of the newest change
    void publish(List<FiringRow> firings, Set<String> owners, long revision) {
        // Nobody may learn of one too early by other ways.
        firings.forEach(published);
        String changed = "{\"revision\":%s}".formatted(revision);
        List<Draft> drafts = Stream.concat(
                        firings.stream()
                                .map(firing -> new Draft(alerts, ONE_KEY, firing.body()).ownedBy(firing.owner())),
                        owners.stream().map(owner -> new Draft(lists, ONE_KEY, changed).ownedBy(owner)))
                .toList();
        if (!drafts.isEmpty()) {
            tape.accept(drafts);
        }
    }
}
