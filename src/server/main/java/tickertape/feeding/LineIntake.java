package tickertape.feeding;

import java.time.Instant;
import tickertape.feeding.BadLineException.Reason;
import tickertape.feeding.FeedRequest.FeedContext;
import tickertape.feeding.line.FeedLine;
import tickertape.feeding.line.JsonFault;
import tickertape.feeding.line.LineParser;

/// Makes sense of lines, wherever they come from, and hands them to the market. One thread uses it.
final class LineIntake {

    private final FeedContext context;
    private final LineParser parser;

    /// Tells within which session the numbers of a source count.
    interface Sessions {
        SourceSession of(SourceTracker source);
    }

    LineIntake(FeedContext context, LineParser parser) {
        this.context = context;
        this.parser = parser;
    }

    /// Hands a line to the market, and waits while the market has no room.
    ///
    /// @param standard whose it is if it does not say
    /// @param nanos when it came, by a monotonic clock
    /// @param lost lines are known to be missing before it
    /// @return false if it came before
    boolean take(
            String text,
            SourceTracker standard,
            Sessions sessions,
            long nanos,
            long lost,
            LineConfirmation confirmation)
            throws InterruptedException, BadLineException {
        FeedLine line = parse(text, standard);
        SourceTracker source = admit(line, standard);
        Instant time = context.clock().instant();
        boolean isNew = source.take(sessions.of(source), line, time, nanos, lost, context.queue(), confirmation);
        if (isNew) {
            line.time().ifPresent(of -> context.metrics().came(of, time));
        }
        return isNew;
    }

    private FeedLine parse(String text, SourceTracker standard) throws BadLineException {
        try {
            return parser.parse(text);
        } catch (JsonFault fault) {
            throw new BadLineException(standard, Reason.NOT_JSON, fault);
        } catch (IllegalArgumentException fault) {
            throw new BadLineException(standard, Reason.BAD_FIELDS, fault);
        }
    }

    private SourceTracker admit(FeedLine line, SourceTracker standard) throws BadLineException {
        SourceTracker source = standard;
        try {
            if (line.source().isPresent() && !line.source().get().equals(standard.name())) {
                source = context.sources().source(line.source().get());
            }
            context.sources().admit(line.symbol());
            return source;
        } catch (IllegalArgumentException fault) {
            throw new BadLineException(source, Reason.TOO_MANY, fault);
        }
    }
}
