package tickertape.market.feed;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.market.Continuation;
import tickertape.market.Feed;
import tickertape.market.LastPrice;
import tickertape.market.feed.fault.FaultyFeed;
import tickertape.market.feed.fault.FeedFault;
import tickertape.market.ticker.TickerSettings;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;
import tickertape.wire.Symbol;

/// Makes the one feed of the application: the one that is selected of all there are.
@ApplicationScoped
class FeedBeans {

    private static final Logger LOG = System.getLogger(FeedBeans.class.getName());

    @Produces
    @Singleton
    static Feed feed(
            @ConfigProperties FeedSettings settings,
            @ConfigProperties TickerSettings ticker,
            @Any Instance<FeedSource> sources,
            ReferenceData reference) {
        Feed selected = settings.select(sources.stream().toList()).opener().get();
        Feed feed = reference.isPresent() ? new DescribedFeed(selected, reference) : selected;
        return settings.fault
                .map(fault -> faulty(feed, fault, ticker.interval()))
                .orElse(feed);
    }

    @Produces
    @Singleton
    static FeedSource simulated(
            @ConfigProperties SimulatorSettings settings,
            @ConfigProperties TickerSettings ticker,
            @Any Instance<Continuation> continuation) {
        long seed = settings.seed.orElseGet(() -> new SecureRandom().nextLong());
        return new FeedSource(
                "simulated",
                () -> new SimulatedFeed(
                        InstrumentList.first(settings.instruments()),
                        seed,
                        settings.day(ticker.interval()),
                        settings.pace,
                        settings.beginsAnew() ? Map.of() : lastPrices(continuation)),
                () -> settings.inWords(seed));
    }

    @Produces
    @Singleton
    static FeedSource replay(@ConfigProperties ReplaySettings settings, @ConfigProperties TickerSettings ticker) {
        return new FeedSource(
                "replay",
                () -> new ReplayFeed(settings.file(), settings.format(), settings.speed(), ticker.interval()),
                settings::inWords);
    }

    @Produces
    static StartupCheck fault(@ConfigProperties FeedSettings settings) {
        return () -> settings.fault.ifPresent(FeedFault::of);
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties FeedSettings settings, @Any Instance<FeedSource> sources) {
        return new SettingsSummary(
                "feed", settings.select(sources.stream().toList()).summary().get());
    }

    private static Map<Symbol, LastPrice> lastPrices(Instance<Continuation> continuation) {
        return continuation.stream().findFirst().map(Continuation::lastPrices).orElseGet(Map::of);
    }

    private static Feed faulty(Feed feed, String fault, Duration interval) {
        Feed faulty = new FaultyFeed(feed, FeedFault.of(fault), interval);
        LOG.log(Level.WARNING, "A fault is on, for tests: feed.fault is {0}", fault);
        return faulty;
    }
}
