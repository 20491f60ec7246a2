package tickertape.market.feed;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.web.start.SettingBounds;
import tickertape.wire.Symbol;

/// Which recording to play, and how fast: the settings `replay.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "replay")
@SuppressWarnings("NullAway.Init")
public class ReplaySettings {

    private static final BigDecimal SLOWEST = new BigDecimal("0.001");
    private static final BigDecimal FASTEST = BigDecimal.valueOf(1_000_000_000);
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /// The CSV file of recorded trades, plain or as gzip: time (epoch seconds or RFC 3339), price, size, and optionally
    /// a symbol.
    Optional<String> file;

    /// The symbol of the trades where the file names none; by default the file's name without its extension.
    Optional<String> symbol;

    /// The currency of the prices, an ISO 4217 code.
    String currency = "USD";

    /// How many recorded seconds pass in one second; from 0.001 to 1,000,000,000.
    BigDecimal speed = BigDecimal.ONE;

    /// How far a trade may lie behind one that is before it in the file: such trades are sorted and the log counts
    /// them, a farther one stops the start. At most an hour.
    Duration disorder = Duration.ofSeconds(1);

    /// Whether prices may be zero or negative, as those of futures and spreads can be.
    @ConfigProperty(name = "negative", defaultValue = "false")
    boolean negative = false;

    /// Throws `IllegalArgumentException` when no file is set.
    Path file() {
        return Path.of(file.orElseThrow(
                () -> new IllegalArgumentException("replay.file must be set when feed.source is replay")));
    }

    String symbol() {
        return symbol.orElseGet(() ->
                String.valueOf(file().getFileName()).replaceFirst("\\.gz$", "").replaceFirst("\\.[^.]*$", ""));
    }

    /// What the settings say of the file; throws `IllegalArgumentException`.
    RecordingFormat format() {
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("replay.currency '%s' is no ISO 4217 code".formatted(currency));
        }
        symbol.ifPresent(ReplaySettings::checkSymbol);
        SettingBounds.check("replay.disorder", Duration.ZERO, disorder, Duration.ofHours(1));
        return new RecordingFormat(symbol(), currency, negative, disorder);
    }

    private static void checkSymbol(String text) {
        try {
            var _ = new Symbol(text);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException("replay.symbol: " + fault.getMessage(), fault);
        }
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return "replay of %s, speed %s".formatted(file(), speed);
    }

    /// The checked speed; throws `IllegalArgumentException`.
    BigDecimal speed() {
        return SettingBounds.check("replay.speed", SLOWEST, speed, FASTEST);
    }
}
