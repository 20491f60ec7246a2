package tickertape.market.feed;

import jakarta.enterprise.context.Dependent;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Which feed moves the market: the settings `feed.*`.
@Dependent
@ConfigProperties(prefix = "feed")
public class FeedSettings {

    /// `simulated` or `replay`.
    FeedSource source = FeedSource.SIMULATED;
}
