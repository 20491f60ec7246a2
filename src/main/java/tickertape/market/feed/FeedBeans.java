package tickertape.market.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.market.Feed;
import tickertape.market.beat.TickerSettings;

/// Makes the one feed of the application.
@ApplicationScoped
class FeedBeans {

    private static final Logger LOG = System.getLogger(FeedBeans.class.getName());

    @Produces
    @Singleton
    Feed feed(
            @ConfigProperties FeedSettings settings,
            @ConfigProperties SimulatorSettings simulator,
            @ConfigProperties ReplaySettings replay,
            @ConfigProperties TickerSettings ticker) {
        Duration interval = ticker.interval();
        return switch (settings.source) {
            case SIMULATED -> simulated(simulator, interval);
            case REPLAY -> replayed(replay, interval);
        };
    }

    private static Feed simulated(SimulatorSettings settings, Duration interval) {
        long seed = settings.seed.orElseGet(FeedBeans::anySeed);
        return new SimulatedFeed(
                InstrumentList.first(settings.instruments()), seed, settings.day(interval), settings.pace);
    }

    private static Feed replayed(ReplaySettings settings, Duration interval) {
        return new ReplayFeed(settings.file(), settings.symbol(), settings.currency, settings.speed(), interval);
    }

    private static long anySeed() {
        long seed = new SecureRandom().nextLong();
        LOG.log(Level.INFO, "To have these prices again, set simulator.seed to {0}", Long.toString(seed));
        return seed;
    }
}
