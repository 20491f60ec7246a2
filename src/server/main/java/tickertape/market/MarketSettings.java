package tickertape.market;

import jakarta.enterprise.context.Dependent;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperties;

/// What market this is: the settings `market.*`.
@Dependent
@ConfigProperties(prefix = "market")
public class MarketSettings {

    /// The time zone of the exchange, such as `Europe/Berlin`: days, and bars of a day, begin and end by its clock.
    String zone = "America/New_York";

    /// The checked zone; throws `IllegalArgumentException` when there is none of that name.
    public ZoneId zone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "market.zone '%s' is no time zone such as Europe/Berlin".formatted(zone), e);
        }
    }
}
