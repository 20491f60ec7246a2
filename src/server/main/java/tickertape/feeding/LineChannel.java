package tickertape.feeding;

import java.util.HashMap;
import java.util.Map;
import tickertape.feeding.BadLineException.Reason;
import tickertape.feeding.FeedRequest.FeedContext;
import tickertape.feeding.line.LineParser;
import tickertape.feeding.line.LineReader;

/// A place that lines come from one after the other and for good, such as a partition of a topic: each source has
/// numbers of its own there. One thread uses it.
public final class LineChannel {

    private final LineIntake intake;
    private final FeedContext context;
    private final SourceTracker standard;
    private final Map<SourceTracker, SourceSession> sessions = new HashMap<>();
    private long lost;

    LineChannel(FeedContext context, LineParser parser, SourceTracker standard) {
        this.intake = new LineIntake(context, parser);
        this.context = context;
        this.standard = standard;
    }

    /// Hands a line to the market, and waits while the market has no room.
    ///
    /// @return false if it came before, by its number
    public boolean take(String line, LineConfirmation confirmation) throws InterruptedException, BadLineException {
        long now = context.nanoTime().getAsLong();
        boolean isNew = intake.take(line, standard, this::session, now, lost, confirmation);
        lost = isNew ? 0 : lost;
        return isNew;
    }

    /// As [#take], for bytes that are too many for a line.
    public BadLineException tooLong() {
        return new BadLineException(
                standard, Reason.TOO_LONG, "the line is longer than %s bytes".formatted(LineReader.LONGEST));
    }

    /// Takes note of a sign of life.
    public void hear() {
        standard.hear(context.nanoTime().getAsLong());
    }

    /// Takes note of lines that will never come: the bars of what their source leads are marked.
    public void lose(long lines) {
        lost += lines;
    }

    /// Counts a line that is no good.
    ///
    /// @param place where it stands
    public void refuse(String place, BadLineException fault) {
        fault.source().refuse("%s: %s".formatted(place, fault.fault()));
    }

    private SourceSession session(SourceTracker source) {
        return sessions.computeIfAbsent(source, _ -> new SourceSession(""));
    }
}
