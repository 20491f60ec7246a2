package tickertape.market.feed;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// Which recording to play, and how fast: the settings `replay.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "replay")
@SuppressWarnings("NullAway.Init")
public class ReplaySettings {

    /// The CSV file of recorded trades, without a header: time (epoch seconds or RFC 3339), price, size, and optionally
    /// a symbol.
    Optional<String> file;

    /// The symbol of the trades where the file names none; by default the file's name without its extension.
    Optional<String> symbol;

    /// The currency of the prices, an ISO 4217 code.
    String currency = "USD";

    /// How many recorded seconds pass in one second.
    BigDecimal speed = BigDecimal.ONE;

    /// Throws `IllegalArgumentException` when no file is set.
    Path file() {
        return Path.of(file.orElseThrow(
                () -> new IllegalArgumentException("replay.file must be set when feed.source is replay")));
    }

    String symbol() {
        return symbol.orElseGet(() -> String.valueOf(file().getFileName()).replaceFirst("\\.[^.]*$", ""));
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return "replay of %s, speed %s".formatted(file(), speed);
    }

    /// The checked speed; throws `IllegalArgumentException`.
    BigDecimal speed() {
        if (speed.signum() <= 0) {
            throw new IllegalArgumentException("replay.speed %s is not above zero".formatted(speed));
        }
        return speed;
    }
}
