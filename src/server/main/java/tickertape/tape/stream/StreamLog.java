package tickertape.tape.stream;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.web.monitoring.AggregateLog;

/// Logs what an operator should know of the streams, for all of them together. One thread calls it.
final class StreamLog {

    private static final Logger LOG = System.getLogger(StreamLog.class.getName());

    private final AggregateLog refused;
    private final AggregateLog stalled;

    StreamLog(StreamCounters counters, LongSupplier nanoTime) {
        refused = new AggregateLog(
                LOG,
                Level.WARNING,
                nanoTime,
                "Streams refused: {0} at the limit (stream.subscribers), {1} at the limit of one address"
                        + " (stream.subscribers-per-address), {2} at shutdown",
                totals(
                        counters,
                        StreamCounter.REFUSALS_LIMIT,
                        StreamCounter.REFUSALS_ADDRESS_LIMIT,
                        StreamCounter.REFUSALS_SHUTDOWN));
        stalled = new AggregateLog(
                LOG,
                Level.INFO,
                nanoTime,
                "Slow readers dropped: {0}, which took no bytes until the write timed out",
                totals(counters, StreamCounter.DEPARTURES_STALLED));
    }

    void update() {
        refused.update();
        stalled.update();
    }

    private static LongSupplier[] totals(StreamCounters counters, StreamCounter... of) {
        return Stream.of(of)
                .map(counter -> (LongSupplier) () -> counters.total(counter))
                .toArray(LongSupplier[]::new);
    }
}
