package tickertape.feeding;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import tickertape.feeding.FeedAnswer.LineFault;
import tickertape.feeding.line.LineParser;
import tickertape.feeding.line.LineReader;

/// One request of a feeder, which may last for days. One thread reads it; the tick confirms.
final class FeedRequest implements LineConfirmation {

    /// So many faults are told; the rest is counted.
    static final int FAULTS = 100;

    private static final int LONGEST_FAULT = 200;
    private static final Duration CONFIRMING = Duration.ofSeconds(30);
    private static final Duration CHECKING = Duration.ofSeconds(5);

    private final LineReader lines;
    private final LineIntake intake;
    private final FeedContext context;
    private final SourceTracker source;
    private final String session;
    private final BooleanSupplier stillKnown;
    private final List<LineFault> faults = new ArrayList<>();
    private SourceTracker entered;
    private long taken;
    private long repeated;
    private long refused;
    private long checked;
    private long confirmed;

    /// What requests have in common.
    record FeedContext(
            Sources sources, LineQueue queue, FeedingMetrics metrics, InstantSource clock, LongSupplier nanoTime) {}

    /// Its caller may not go on.
    static final class EndedException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// The market does not take what it was given.
    static final class StuckException extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// @param source of lines that name none
    /// @param stillKnown whether the caller's credential is good at this moment
    FeedRequest(
            LineReader lines,
            LineParser parser,
            FeedContext context,
            SourceTracker source,
            String session,
            BooleanSupplier stillKnown) {
        this.lines = lines;
        intake = new LineIntake(context, parser);
        this.context = context;
        this.source = source;
        this.session = session;
        this.stillKnown = stillKnown;
        entered = source;
        checked = context.nanoTime().getAsLong();
    }

    /// Reads to the end, and waits until everything has gone through a tick. Throws what reading throws.
    FeedAnswer read() throws IOException, InterruptedException, EndedException, StuckException {
        source.enter(session);
        while (lines.next()) {
            long now = context.nanoTime().getAsLong();
            check(now);
            source.hear(now);
            if (lines.isTooLong()) {
                refuse(source, "the line is longer than %s bytes".formatted(LineReader.LONGEST));
            } else if (!lines.text().isBlank()) {
                take(now);
            }
        }
        awaitConfirmation();
        return answer();
    }

    private FeedAnswer answer() {
        return new FeedAnswer(taken + repeated + refused, taken, repeated, refused, List.copyOf(faults));
    }

    private void check(long now) throws EndedException {
        if (now - checked >= CHECKING.toNanos()) {
            checked = now;
            if (!stillKnown.getAsBoolean()) {
                throw new EndedException();
            }
        }
    }

    private void take(long now) throws InterruptedException {
        try {
            if (intake.take(lines.text(), source, this::session, now, 0, this)) {
                taken++;
            } else {
                repeated++;
            }
        } catch (BadLineException bad) {
            refuse(bad.source(), bad.fault());
        }
    }

    private SourceSession session(SourceTracker from) {
        if (from != source && from != entered) {
            entered = from;
            entered.enter(session);
        }
        return from.session();
    }

    private void refuse(SourceTracker from, String fault) {
        refused++;
        String told = fault.length() <= LONGEST_FAULT ? fault : fault.substring(0, LONGEST_FAULT) + "…";
        from.refuse("line %s: %s".formatted(lines.number(), told));
        if (faults.size() < FAULTS) {
            faults.add(new LineFault(lines.number(), told));
        }
    }

    @Override
    public synchronized void confirm() {
        confirmed++;
        notifyAll();
    }

    private synchronized void awaitConfirmation() throws InterruptedException, StuckException {
        long from = context.nanoTime().getAsLong();
        while (confirmed < taken) {
            long left = CONFIRMING.toNanos() - (context.nanoTime().getAsLong() - from);
            if (left <= 0) {
                throw new StuckException();
            }
            wait(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
    }
}
