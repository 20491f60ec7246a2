package tickertape.market.ticker;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.market.Feed;
import tickertape.market.Market;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.web.monitoring.SettingsSummary;

/// Makes the one market of the application.
@ApplicationScoped
class MarketBeans {

    static final String BEAT = "beat";

    /// No pause of a healthy machine is so long.
    private static final Duration STUCK = Duration.ofSeconds(15);

    @Produces
    @Singleton
    Market market(Feed feed) {
        return new Market(feed);
    }

    /// Beats with every tick that has ended, even if it failed.
    @Produces
    @Singleton
    @Named(BEAT)
    ProgressMonitor beat(@ConfigProperties TickerSettings settings) {
        return new ProgressMonitor(settings.patience(STUCK), System::nanoTime);
    }

    @Produces
    SettingsSummary setup(@ConfigProperties TickerSettings settings, Market market) {
        return new SettingsSummary(
                "market",
                "a tick every %s, instruments %d"
                        .formatted(settings.interval(), market.instruments().size()));
    }
}
