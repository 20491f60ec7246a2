package tickertape.feeding;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import tickertape.web.monitoring.AggregateLog;

/// Says in the log, in aggregate, what is wrong with what feeders send, and that sources take over. The tick alone uses
/// it.
final class FeedLog {

    private static final Logger LOG = System.getLogger(FeedLog.class.getName());

    private final AggregateLog faults;
    private final AggregateLog changes;

    /// @param nanoTime a monotonic clock
    FeedLog(Sources sources, LongSupplier nanoTime) {
        faults = new AggregateLog(
                LOG,
                Level.WARNING,
                nanoTime,
                "Lines of feeders: {0} refused, {1} missing by their numbers, {2} repeated; GET /api/feed says of whom",
                () -> sources.total(SourceInfo::refused),
                () -> sources.total(SourceInfo::missed),
                () -> sources.total(SourceInfo::repeated));
        changes = new AggregateLog(
                LOG, Level.WARNING, nanoTime, "Symbols that another source leads from now on: {0}", sources::takeovers);
    }

    void update() {
        faults.update();
        changes.update();
    }
}
