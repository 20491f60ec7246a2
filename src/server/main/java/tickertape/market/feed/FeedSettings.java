package tickertape.market.feed;

import jakarta.enterprise.context.Dependent;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Which feed moves the market, and what shall go wrong with it: the settings `feed.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "feed")
@SuppressWarnings("NullAway.Init")
public class FeedSettings {

    /// What moves the market: `simulated`, or `replay` of a recording.
    FeedSource source = FeedSource.SIMULATED;

    /// What shall go wrong, for tests: `stop` (the feed falls silent), `hang` (it stops the market), `halt` or
    /// `halt:AAPL,MSFT`; `stop@PT30S` begins after 30 seconds.
    Optional<String> fault;
}
