package tickertape.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import tickertape.identity.Callers;
import tickertape.identity.QuoteDelay;
import tickertape.market.Market;
import tickertape.market.feed.ReferenceData;
import tickertape.market.ticker.TickListener;
import tickertape.market.ticker.TickPublisher;
import tickertape.market.ticker.TickerSettings;
import tickertape.tape.SharedTopics;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;
import tickertape.tape.stream.StreamHub;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.LoggedHealthCheck;
import tickertape.web.monitoring.ProgressMonitor;

/// Wires the quotes: their topics, what publishes them, the latest of each symbol, and their health check.
@ApplicationScoped
public class QuoteBeans {

    static final String QUOTE = "quote";
    static final String TRADE = "trade";
    static final String STATUS = "status";

    private static final String INSTRUMENT = "instrument";

    static final String TAPE = "tape";

    private static final Duration STANDSTILL = Duration.ofSeconds(5);

    /// The newest quote of each symbol.
    @Produces
    @Singleton
    @Named(QUOTE)
    static TopicDefinition quote(Market market) {
        return TopicDefinition.latest(QUOTE)
                .keyedBy("symbol", market::hasSymbol)
                .asStandard();
    }

    /// Each single trade.
    @Produces
    @Singleton
    @Named(TRADE)
    static TopicDefinition trade(Market market) {
        return TopicDefinition.every(TRADE).keyedBy("symbol", market::hasSymbol);
    }

    /// What the market as a whole is doing.
    @Produces
    @Singleton
    @Named(STATUS)
    static TopicDefinition status() {
        return TopicDefinition.latest(STATUS).asStandard();
    }

    /// What is known of each symbol beside its prices; none where no file says so.
    @Produces
    @Singleton
    @Named(INSTRUMENT)
    static TopicVariants instrument(ReferenceData reference, Market market) {
        return reference.isPresent()
                ? TopicVariants.only(TopicDefinition.latest(INSTRUMENT).keyedBy("symbol", market::hasSymbol))
                : TopicVariants.NONE;
    }

    @Produces
    @Singleton
    static TickListener instruments(@Named(INSTRUMENT) TopicVariants topic, Market market, StreamHub hub, Jsonb jsonb) {
        return topic.all().isEmpty() ? TickListener.NONE : new InstrumentPublisher(topic.topic(""), market, hub, jsonb);
    }

    @Produces
    @Singleton
    static LatestQuotes latest(Market market, Tape tape) {
        return new LatestQuotes(market.instruments(), tape.epoch());
    }

    @Produces
    @Singleton
    static LatestTrades latestTrades(Tape tape) {
        return new LatestTrades(tape.epoch());
    }

    @Produces
    @Singleton
    static DelayedPrices delayed(
            @Named(QUOTE) TopicDefinition quote,
            @Named(TRADE) TopicDefinition trade,
            Market market,
            Tape tape,
            Jsonb jsonb) {
        return new DelayedPrices(
                quote,
                trade,
                new LatestQuotes(market.instruments(), tape.epoch()),
                new LatestTrades(tape.epoch()),
                jsonb);
    }

    /// The same, and the status of the market, where several servers share the tape.
    @Produces
    @Singleton
    static RepeatedPrices repeated(
            @Named(QUOTE) TopicDefinition quote,
            @Named(TRADE) TopicDefinition trade,
            @Named(STATUS) TopicDefinition status,
            LatestQuotes latest,
            LatestTrades latestTrades,
            Jsonb jsonb) {
        return new RepeatedPrices(new DelayedPrices(quote, trade, latest, latestTrades, jsonb), status);
    }

    @Produces
    static SharedTopics shared() {
        return new SharedTopics(Set.of(QUOTE, TRADE, STATUS, INSTRUMENT));
    }

    @Produces
    @Singleton
    static CallerPrices prices(
            LatestQuotes quotes, LatestTrades trades, DelayedPrices late, QuoteDelay delay, Callers callers) {
        return new CallerPrices(quotes, trades, late, delay, callers);
    }

    @Produces
    @Singleton
    static TickPublisher publisher(
            @Named(QUOTE) TopicDefinition quote,
            @Named(TRADE) TopicDefinition trade,
            @Named(STATUS) TopicDefinition status,
            StreamHub hub,
            LatestQuotes latest,
            LatestTrades latestTrades,
            Jsonb jsonb,
            @Named(TAPE) ProgressMonitor progress,
            RepeatedPrices repeated) {
        return new QuotePublisher(quote, trade, status, hub, latest, latestTrades, jsonb, progress, repeated);
    }

    @Produces
    @Singleton
    @Named(TAPE)
    static ProgressMonitor progress(@ConfigProperties TickerSettings settings, @NanoTime LongSupplier nanoTime) {
        return new ProgressMonitor(settings.patience(STANDSTILL), nanoTime);
    }

    /// A server whose ticks do not reach the tape has nothing to serve.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck health(@Named(TAPE) ProgressMonitor progress) {
        return new LoggedHealthCheck(() -> progress.as(TAPE));
    }
}
