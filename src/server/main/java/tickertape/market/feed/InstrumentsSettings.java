package tickertape.market.feed;

import jakarta.enterprise.context.Dependent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.web.start.SettingBounds;

/// What is known of instruments beside their prices: the settings `instruments.*`.
///
/// Optional ones have no initial value, because MicroProfile Config turns it into text and reads that back.
@Dependent
@ConfigProperties(prefix = "instruments")
@SuppressWarnings("NullAway.Init")
public class InstrumentsSettings {

    private static final Duration SHORTEST = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);

    /// A CSV file with a line for each instrument: its name, sector, market, currency, tick size, whether its prices
    /// may
    /// be negative, and its calendar; none by default.
    Optional<String> file;

    /// A CSV file with a line for each calendar that is named there: zone, hours, days and holidays.
    Optional<String> calendars;

    /// How often to look whether these files have changed, from 0.1 s to an hour; what has changed is read when it
    /// stays
    /// the same for as long.
    Duration reload = Duration.ofSeconds(2);

    /// The checked time from one look to the next; throws `IllegalArgumentException`.
    Duration reload() {
        return SettingBounds.check("instruments.reload", SHORTEST, reload, LONGEST);
    }

    /// Reads the files that are set; throws `IllegalArgumentException`, or `BadFileException` with file, line and
    /// fault.
    ReferenceData read() {
        if (file.isEmpty() && calendars.isPresent()) {
            throw new IllegalArgumentException("instruments.calendars is set, but instruments.file is not");
        }
        return file.map(name -> ReferenceData.of(Path.of(name), calendars.map(Path::of)))
                .orElse(ReferenceData.NONE);
    }
}
