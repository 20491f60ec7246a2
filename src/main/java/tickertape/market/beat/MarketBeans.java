package tickertape.market.beat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.market.Feed;
import tickertape.market.Market;
import tickertape.web.watch.Pulse;
import tickertape.web.watch.Setup;

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
    Pulse beat(@ConfigProperties TickerSettings settings) {
        return new Pulse(settings.patience(STUCK), System::nanoTime);
    }

    @Produces
    Setup setup(@ConfigProperties TickerSettings settings, Market market) {
        return new Setup(
                "market",
                "a tick every %s, instruments %d"
                        .formatted(settings.interval(), market.instruments().size()));
    }
}
