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

    /// `simulated` or `replay`.
    FeedSource source = FeedSource.SIMULATED;

    /// What shall go wrong, as [FeedFault] reads it: `stop`, `hang`, `halt` or `halt:AAPL,MSFT`, each perhaps with a
    /// delay such as `@PT30S` behind it.
    Optional<String> fault;
}
