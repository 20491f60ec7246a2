package tickertape.alerts.store;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tickertape.tape.DelayedMessage;
import tickertape.tape.Draft;
import tickertape.tape.TopicDefinition;

/// Puts firings on the tape, and the news that a list of alerts has changed.
///
/// @param alerts the topic of the firings
/// @param lists the topic of the changes
/// @param tape takes a batch, and what is to run when it lies there
/// @param published is told of each firing before that
public record AlertPublisher(
        TopicDefinition alerts,
        TopicDefinition lists,
        BiConsumer<List<Draft>, Runnable> tape,
        Consumer<FiringRow> published) {

    private static final String ONE_KEY = "";

    /// @param owners whose list has changed
    /// @param revision of the newest change
    /// @param appended runs when all of it lies on the tape, perhaps on another thread; never if this server does
    ///     not lead any more
    void publish(List<FiringRow> firings, Set<String> owners, long revision, Runnable appended) {
        // Nobody may learn of one too early by other ways.
        firings.forEach(published);
        String changed = "{\"revision\":%s}".formatted(revision);
        List<Draft> drafts = Stream.concat(
                        firings.stream().map(firing -> draft(alerts, firing.body(), firing.owner(), firing.number())),
                        owners.stream().map(owner -> draft(lists, changed, owner, revision)))
                .toList();
        if (drafts.isEmpty()) {
            appended.run();
        } else {
            tape.accept(drafts, appended);
        }
    }

    // Nobody can ask for groups of these topics; the server that leads next finds the number there.
    private static Draft draft(TopicDefinition topic, String json, String owner, long number) {
        return new Draft(topic, ONE_KEY, json).ownedBy(owner).in(Long.toString(number));
    }

    /// The number of a firing, or the revision of a change, that lies on the tape.
    static long number(DelayedMessage message) {
        return Long.parseLong(message.group());
    }
}
