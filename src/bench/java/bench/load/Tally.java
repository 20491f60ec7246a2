package bench.load;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/// The counts over all readers, while counting is on. One thread uses it.
final class Tally {

    private static final long LONGEST = TimeUnit.MINUTES.toMicros(10);

    private final Histogram latency = new Histogram(LONGEST, 3);
    private final Symbols symbols = new Symbols();
    private boolean on;
    private long events;
    private long bytes;
    private long skipped;
    private long gaps;
    private int refused;
    private int closed;

    void on() {
        on = true;
    }

    void bytes(int count) {
        bytes += on ? count : 0;
    }

    void event() {
        events += on ? 1 : 0;
    }

    void quote(QuoteLine quote, Sequences seen, long now) {
        long between = seen.skipped(symbols.number(quote.symbol()), quote.seq());
        if (on) {
            skipped += between;
            latency.recordValue(Math.min(quote.age(now), LONGEST));
        }
    }

    void gap() {
        gaps += on ? 1 : 0;
    }

    void refused() {
        refused++;
    }

    void closed() {
        closed++;
    }

    int refusals() {
        return refused;
    }

    Outcome outcome(Window window) {
        return new Outcome(
                events,
                bytes,
                latency,
                skipped,
                gaps,
                refused,
                closed,
                window.connecting(),
                window.counted(),
                window.cpu());
    }
}
