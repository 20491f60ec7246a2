package tickertape.feeding;

import jakarta.enterprise.context.Dependent;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.feeding.line.LineParser;
import tickertape.web.start.SettingBounds;

/// What may be posted where `feed.source` is `http`: the settings `feed.http.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "feed.http")
@SuppressWarnings("NullAway.Init")
public class FeedingSettings {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int MOST_SYMBOLS = 10_000;
    private static final int MOST_LINES = 1_000_000;
    private static final int MOST_REQUESTS = 1000;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /// The sources in the order in which they are preferred where several tell of one symbol, such as `A,B`; those that
    /// are not listed come after them.
    Optional<List<String>> sources;

    /// How long the source that leads a symbol may give no sign of life, not even an empty line, until another takes
    /// over; from 0.1 s to an hour.
    Duration silence = Duration.ofSeconds(3);

    /// How many symbols there may be, at most 10,000; lines about more are refused.
    int symbols = 5_000;

    /// How many lines may wait for the next tick, at most 1,000,000; while more would, nothing is read.
    int waiting = 50_000;

    /// How many requests may be open at once, at most 1,000; more are answered with 503.
    int requests = 100;

    /// The currency of the prices, an ISO 4217 code.
    String currency = "USD";

    /// Whether prices may be zero or negative, as those of futures and spreads can be.
    @ConfigProperty(name = "negative", defaultValue = "false")
    boolean negative = false;

    /// Checks all of them; throws `IllegalArgumentException`.
    FeedingSettings checked() {
        List<String> names = sources.orElse(List.of());
        names.forEach(name -> LineParser.name("feed.http.sources: the source", name));
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("feed.http.sources '%s' has a source twice".formatted(names));
        }
        SettingBounds.check("feed.http.silence", SHORTEST, silence, LONGEST);
        SettingBounds.check("feed.http.symbols", 1, symbols, MOST_SYMBOLS);
        SettingBounds.check("feed.http.waiting", 1, waiting, MOST_LINES);
        SettingBounds.check("feed.http.requests", 1, requests, MOST_REQUESTS);
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("feed.http.currency '%s' is no ISO 4217 code".formatted(currency));
        }
        return this;
    }

    SourceRanks ranks() {
        return new SourceRanks(sources.orElse(List.of()));
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return "what is posted to /api/feed%s"
                .formatted(sources.map(names -> ", sources " + String.join(" before ", names))
                        .orElse(""));
    }
}
