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
import tickertape.market.feed.fault.FaultyFeed;
import tickertape.market.feed.fault.FeedFault;
import tickertape.market.ticker.TickerSettings;
import tickertape.web.monitoring.SettingsSummary;

/// Makes the one feed of the application.
@ApplicationScoped
class FeedBeans {

    private static final Logger LOG = System.getLogger(FeedBeans.class.getName());

    private final long anySeed = new SecureRandom().nextLong();

    @Produces
    @Singleton
    Feed feed(
            @ConfigProperties FeedSettings settings,
            @ConfigProperties SimulatorSettings simulator,
            @ConfigProperties ReplaySettings replay,
            @ConfigProperties TickerSettings ticker) {
        Duration interval = ticker.interval();
        Feed feed = switch (settings.source) {
            case SIMULATED -> simulated(simulator, interval);
            case REPLAY -> replayed(replay, interval);
        };
        return settings.fault.map(fault -> faulty(feed, fault, interval)).orElse(feed);
    }

    @Produces
    SettingsSummary setup(
            @ConfigProperties FeedSettings settings,
            @ConfigProperties SimulatorSettings simulator,
            @ConfigProperties ReplaySettings replay) {
        return new SettingsSummary(
                "feed",
                switch (settings.source) {
                    case SIMULATED -> simulator.inWords(seed(simulator));
                    case REPLAY -> replay.inWords();
                });
    }

    private Feed simulated(SimulatorSettings settings, Duration interval) {
        return new SimulatedFeed(
                InstrumentList.first(settings.instruments()), seed(settings), settings.day(interval), settings.pace);
    }

    private static Feed replayed(ReplaySettings settings, Duration interval) {
        return new ReplayFeed(settings.file(), settings.symbol(), settings.currency, settings.speed(), interval);
    }

    private static Feed faulty(Feed feed, String fault, Duration interval) {
        Feed faulty = new FaultyFeed(feed, FeedFault.of(fault), interval);
        LOG.log(Level.WARNING, "A fault is on, for tests: feed.fault is {0}", fault);
        return faulty;
    }

    private long seed(SimulatorSettings settings) {
        return settings.seed.orElse(anySeed);
    }
}
