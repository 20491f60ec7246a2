package bench.load;

import java.time.Duration;
import org.HdrHistogram.Histogram;

/// The result of a load.
///
/// @param events how many events arrived while it was counted
/// @param bytes of the streams as they came, compressed or not, without heads and the coding in chunks
/// @param latency from a quote's time to its being read, in microseconds
/// @param skipped how many changes of a symbol a reader did not get
/// @param gaps how often a reader was told of a gap
/// @param closed how many streams ended, and `refused` how many did not begin
/// @param connecting from the first connect until all streams had begun
/// @param counted how long it was counted
/// @param cpu the processor time that the server used while it was counted
public record Outcome(
        long events,
        long bytes,
        Histogram latency,
        long skipped,
        long gaps,
        int refused,
        int closed,
        Duration connecting,
        Duration counted,
        Duration cpu) {

    public double eventsPerSecond() {
        return events / seconds(counted);
    }

    public double bytesPerEvent() {
        return (double) bytes / events;
    }

    /// Processor seconds of the server for a million events.
    public double cpuPerMillion() {
        return seconds(cpu) * 1e6 / events;
    }

    /// Not a number if nothing arrived, because that is not a latency of 0.
    public double milliseconds(double percentile) {
        return latency.getTotalCount() == 0 ? Double.NaN : latency.getValueAtPercentile(percentile) / 1000.0;
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
