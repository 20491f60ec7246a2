package tickertape.feeding;

import java.util.function.Function;
import tickertape.feeding.FeedRequest.FeedContext;
import tickertape.feeding.line.LineParser;
import tickertape.market.Feed;
import tickertape.market.feed.ReferenceData;

/// How another feed than that of the requests hands in lines: it opens channels, and a market that takes what comes by
/// them. Safe for any thread.
public final class LineDoor {

    private final FeedContext context;
    private final boolean negative;
    private final ReferenceData reference;
    private final Function<Runnable, Feed> opener;

    /// @param negative whether prices may be zero or negative where reference data does not say so
    /// @param opener makes the feed of the market from what is to be run at its end
    LineDoor(FeedContext context, boolean negative, ReferenceData reference, Function<Runnable, Feed> opener) {
        this.context = context;
        this.negative = negative;
        this.reference = reference;
        this.opener = opener;
    }

    /// The feed of the market that takes all lines.
    ///
    /// @param end is run when the market has ended, and all that went through a tick is confirmed
    public Feed open(Runnable end) {
        return opener.apply(end);
    }

    /// A new channel.
    ///
    /// @param source whose lines they are if they don't say
    public LineChannel channel(String source) {
        return new LineChannel(
                context, new LineParser(negative, reference), context.sources().source(source));
    }
}
