package tickertape.history;

import java.time.Duration;
import java.time.Instant;

/// Whether quotes make bars: only where the feed knows no trades. One thread uses it.
final class QuoteRule {

    /// A feed that brought no trade for so long has none any more; holidays are shorter.
    private static final long FORGOTTEN_SECONDS = Duration.ofDays(30).toSeconds();

    private Instant traded = Instant.MIN;

    /// Takes note of a trade of any symbol, or of those before a time.
    void traded(Instant time) {
        traded = time.isAfter(traded) ? time : traded;
    }

    boolean takesQuotes(Instant moment) {
        return moment.getEpochSecond() - traded.getEpochSecond() > FORGOTTEN_SECONDS;
    }

    /// The feed begins anew.
    void clear() {
        traded = Instant.MIN;
    }
}
