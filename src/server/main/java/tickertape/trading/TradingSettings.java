package tickertape.trading;

import jakarta.enterprise.context.Dependent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.trading.ledger.SeasonCalendar;
import tickertape.web.start.SettingBounds;

/// How users play for the lead: the settings `trading.*`.
@Dependent
@ConfigProperties(prefix = "trading")
public class TradingSettings {

    private static final BigDecimal LEAST_CASH = BigDecimal.ONE;
    private static final BigDecimal MOST_CASH = new BigDecimal("1000000000");
    private static final int MOST_ORDERS = 10_000;
    private static final int MOST_BOTS = 1_000;
    private static final Duration DAY = Duration.ofDays(1);

    /// With how much play money everybody begins a season, from 1 to 1,000,000,000.
    BigDecimal cash = new BigDecimal("100000");

    /// How long a season is: `P1M`, `P1W` or `P1D` for a calendar month, week or day of the exchange (`market.zone`),
    /// or
    /// a time from `PT10S` to `PT24H`.
    String season = "P1M";

    /// How many open orders a user may have, from 1 to 10,000.
    @ConfigProperty(name = "orders-per-user", defaultValue = "200")
    int ordersPerUser = 200;

    /// How many players of the house trade, from 0 to 1,000.
    @ConfigProperty(name = "bots", defaultValue = "20")
    int bots = 20;

    /// Whether players may sell shares that they have not, and buy them back later.
    @ConfigProperty(name = "short-selling", defaultValue = "false")
    boolean shortSelling;

    /// How long the rows of a season are kept after it has ended, from a day to ten years.
    Duration keep = Duration.ofDays(90);

    /// The checked amount; throws `IllegalArgumentException`.
    BigDecimal cash() {
        return SettingBounds.check("trading.cash", LEAST_CASH, cash, MOST_CASH);
    }

    /// The checked calendar; throws `IllegalArgumentException`.
    SeasonCalendar season(ZoneId zone) {
        return new SeasonCalendar(season, zone);
    }

    /// The checked number; throws `IllegalArgumentException`.
    int ordersPerUser() {
        return SettingBounds.check("trading.orders-per-user", 1, ordersPerUser, MOST_ORDERS);
    }

    /// The checked number; throws `IllegalArgumentException`.
    int bots() {
        return SettingBounds.check("trading.bots", 0, bots, MOST_BOTS);
    }

    boolean shortSelling() {
        return shortSelling;
    }

    /// The checked time; throws `IllegalArgumentException`.
    Duration keep() {
        SettingBounds.check("trading.keep", DAY, keep, DAY.multipliedBy(3650));
        return keep;
    }

    /// For the line that the start leaves in the log.
    String inWords() {
        return "%s to begin with, seasons of %s, %s players of the house".formatted(cash(), season, bots());
    }
}
