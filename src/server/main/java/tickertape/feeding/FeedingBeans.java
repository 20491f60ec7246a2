package tickertape.feeding;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.feeding.FeedRequest.FeedContext;
import tickertape.market.Continuation;
import tickertape.market.MarketSettings;
import tickertape.market.feed.FeedSettings;
import tickertape.market.feed.FeedSource;
import tickertape.market.feed.ReferenceData;
import tickertape.store.Database;
import tickertape.store.Migrations;
import tickertape.store.WriteQueues;
import tickertape.web.NanoTime;
import tickertape.web.start.StartupCheck;

/// Wires what takes prices from others.
@ApplicationScoped
@ContextServiceDefinition(
        name = FeedingBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedExecutorDefinition(name = FeedingBeans.THREADS, virtual = true, context = FeedingBeans.CONTEXT)
public class FeedingBeans {

    static final String FEEDING = "feeding";

    /// What `feed.source` calls it.
    static final String HTTP = "http";

    /// Virtual threads: each reads one request.
    static final String THREADS = "java:module/concurrent/feeders";

    static final String CONTEXT = "java:module/concurrent/feeders-context";

    private static final String PREFIX = "feed.http";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedExecutorService threads;

    @Produces
    @Singleton
    static Sources sources(
            @ConfigProperties(prefix = PREFIX) FeedingSettings settings, @NanoTime LongSupplier nanoTime) {
        return new Sources(settings.checked().symbols, nanoTime);
    }

    @Produces
    @Singleton
    static LineQueue queue(@ConfigProperties(prefix = PREFIX) FeedingSettings settings) {
        return new LineQueue(settings.checked().waiting);
    }

    @Produces
    @Singleton
    static FeedingMetrics metrics(Sources sources, LineQueue queue) {
        return new FeedingMetrics(sources, queue);
    }

    @Produces
    @Singleton
    static FeedContext context(
            Sources sources,
            LineQueue queue,
            FeedingMetrics metrics,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        return new FeedContext(sources, queue, metrics, clock, nanoTime);
    }

    @Produces
    @Singleton
    FeedDesk desk(
            FeedContext context,
            @ConfigProperties(prefix = PREFIX) FeedingSettings settings,
            @ConfigProperties FeedSettings feed,
            ReferenceData reference,
            Jsonb jsonb) {
        return new FeedDesk(context, settings.checked(), feed.source(), reference, threads, jsonb);
    }

    @Produces
    @Singleton
    static LineDoor door(
            FeedContext context,
            Database database,
            WriteQueues queues,
            @Any Instance<Continuation> continuation,
            ReferenceData reference,
            @ConfigProperties(prefix = PREFIX) FeedingSettings settings,
            @ConfigProperties(prefix = "market") MarketSettings market) {
        return new LineDoor(context, settings.negative, reference, end -> {
            FeedingSettings checked = settings.checked();
            var memory = new ListedInstruments(
                    database,
                    queues,
                    checked.symbols,
                    continuation.stream()
                            .findFirst()
                            .map(prices -> prices.lastPrices(context.clock().instant(), market.zone()))
                            .orElseGet(Map::of),
                    reference);
            memory.instruments().forEach(known -> context.sources().admit(known.symbol()));
            var options = new LineFeed.Options(checked.ranks(), checked.silence, checked.currency, market.zone());
            var log = new FeedLog(context.sources(), context.nanoTime());
            return new LineFeed(context.queue(), options, memory, log, reference, end);
        });
    }

    @Produces
    @Singleton
    static FeedSource http(LineDoor door, @ConfigProperties(prefix = PREFIX) FeedingSettings settings) {
        return new FeedSource(HTTP, () -> door.open(() -> {}), settings::inWords);
    }

    @Produces
    static Migrations migrations() {
        return new Migrations(FEEDING);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = PREFIX) FeedingSettings settings) {
        return () -> {
            var _ = settings.checked();
        };
    }
}
