package tickertape.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.QuoteStatus;

/// When something was heard of a symbol last: a silence is noticed long after it has begun. One thread uses it.
final class LastNews {

    private Instant heard = Instant.MIN;
    private boolean trading;
    private boolean silent;

    /// Something was heard of it at a time.
    void hear(Instant time) {
        heard = later(heard, time);
    }

    boolean isSilent() {
        return silent;
    }

    /// Takes note of a status; returns since when the symbol is silent, if that is noticed now.
    ///
    /// @param told when something was heard of it last, as far as its quote tells
    /// @param all since when the feed is silent about all symbols; null if it is not
    @Nullable
    Instant note(Instant moment, QuoteStatus status, Instant told, @Nullable Instant all) {
        boolean before = silent;
        silent = status == QuoteStatus.STALE;
        if (!silent) {
            // In a halt, and out of hours, there was nothing to hear.
            hear(status == QuoteStatus.TRADING && trading ? told : moment);
            trading = status == QuoteStatus.TRADING;
            return null;
        }
        if (before) {
            return null;
        }
        // Another server may have led when something was heard of it.
        Instant own = heard.equals(Instant.MIN) ? told : heard;
        Instant since = all == null ? own : later(own, all);
        return since.isAfter(moment) ? moment : since;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
