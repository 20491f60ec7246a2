package tickertape.market.feed;

import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Which feed moves the market, and what goes wrong with it: the settings `feed.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "feed")
@SuppressWarnings("NullAway.Init")
public class FeedSettings {

    /// Which feed moves the market: `simulated`, `replay` of a recording, `http` for prices that are posted to
    /// `/api/feed`, `kafka` for those of a topic, or one that an added jar brings.
    String source = "simulated";

    /// A fault of the feed, for tests: `stop` (it falls silent), `hang` (it blocks the market), `halt` or
    /// `halt:AAPL,MSFT`; `stop@PT30S` begins after 30 seconds.
    Optional<String> fault;

    /// The name of the feed that is selected.
    public String source() {
        return source;
    }

    /// The selected one of all feeds; throws `IllegalArgumentException` unless exactly one has that name.
    FeedSource select(List<FeedSource> sources) {
        List<FeedSource> named = sources.stream()
                .filter(candidate -> candidate.name().equalsIgnoreCase(source))
                .toList();
        if (named.size() != 1) {
            List<String> names = sources.stream().map(FeedSource::name).sorted().toList();
            throw new IllegalArgumentException("feed.source '%s' is not one of %s".formatted(source, names));
        }
        return named.getFirst();
    }
}
