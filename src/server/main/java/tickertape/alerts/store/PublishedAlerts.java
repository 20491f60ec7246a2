package tickertape.alerts.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import tickertape.tape.BatchListener;
import tickertape.tape.DelayedMessage;
import tickertape.tape.Position;
import tickertape.tape.TopicDefinition;

/// What lies on a tape that several servers share, whichever of them has published it: so who leads next knows how far
/// the one before came. Safe for any thread.
///
/// It is kept when the tape begins anew: what lay there was seen.
public final class PublishedAlerts implements BatchListener {

    /// So many of the last firings it knows: more than one server has on its way.
    private static final int MOST = 100_000;

    private final TopicDefinition alerts;
    private final TopicDefinition lists;
    private final SequencedSet<Long> firings = new LinkedHashSet<>();
    private long revision;

    public PublishedAlerts(TopicDefinition alerts, TopicDefinition lists) {
        this.alerts = alerts;
        this.lists = lists;
    }

    @Override
    public void onMessages(List<DelayedMessage> messages, Position end) {}

    @Override
    public synchronized void onOwned(String owner, List<DelayedMessage> messages) {
        for (DelayedMessage message : messages) {
            if (message.topic().equals(alerts)) {
                add(AlertPublisher.number(message));
            } else if (message.topic().equals(lists)) {
                revision = Math.max(revision, AlertPublisher.number(message));
            }
        }
    }

    private void add(long firing) {
        firings.add(firing);
        if (firings.size() > MOST) {
            var _ = firings.removeFirst();
        }
    }

    /// Those that are not there.
    synchronized List<FiringRow> lacking(List<FiringRow> rows) {
        return rows.stream().filter(row -> !firings.contains(row.number())).toList();
    }

    /// Up to which revision all changes of lists are there; 0 if that is not known.
    synchronized long revision() {
        return revision;
    }
}
