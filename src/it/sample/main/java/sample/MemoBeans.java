package sample;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Readiness;
import tickertape.market.Market;
import tickertape.market.feed.FeedSource;
import tickertape.market.ticker.TickerSettings;
import tickertape.store.Database;
import tickertape.store.Migrations;
import tickertape.store.WriteQueues;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.LoggedHealthCheck;
import tickertape.web.monitoring.ProgressMonitor;
import tickertape.web.monitoring.SettingsSummary;

/// Wires the memos, and the feed. The server finds each bean by its type.
@ApplicationScoped
public class MemoBeans {

    static final String MEMO = "memo";
    static final String MEMOS = "memos";
    static final String REMINDER = "reminder";
    static final String DICTATION = "dictation";

    private static final Duration STANDSTILL = Duration.ofSeconds(15);

    @Produces
    @Singleton
    @Named(MEMO)
    static TopicDefinition topic(Market market, @ConfigProperties(prefix = "memos") MemoSettings settings) {
        Set<String> symbols = market.instruments().stream()
                .map(instrument -> instrument.symbol().text())
                .collect(Collectors.toUnmodifiableSet());
        return TopicDefinition.every(MEMO).keyedBy("symbol", symbols::contains).retaining(settings.kept());
    }

    @Produces
    @Singleton
    static Memos memos(
            @ConfigProperties(prefix = "memos") MemoSettings settings,
            @Named(MEMO) TopicDefinition topic,
            StreamHub hub,
            Jsonb jsonb,
            LastPrices prices,
            InstantSource clock,
            MemoTable table) {
        return new Memos(settings.kept(), topic, hub, jsonb, prices, clock, table);
    }

    @Produces
    static Migrations migrations() {
        return new Migrations(MEMOS);
    }

    @Produces
    @Singleton
    static MemoTable table(
            @ConfigProperties(prefix = "memos") MemoSettings settings, Database database, WriteQueues queues) {
        return new MemoTable(database, queues, settings.kept());
    }

    @Produces
    @Singleton
    @Named(REMINDER)
    static TopicDefinition reminders() {
        return TopicDefinition.every(REMINDER).asPrivate();
    }

    @Produces
    @Singleton
    @Named(DICTATION)
    static TopicDefinition dictations(@ConfigProperties(prefix = "memos") MemoSettings settings) {
        return TopicDefinition.growing(DICTATION, "dictation", Dictations::isName)
                .retaining(settings.kept());
    }

    @Produces
    @Singleton
    static Dictations dictating(@Named(DICTATION) TopicDefinition topic, StreamHub hub, Jsonb jsonb) {
        return new Dictations(topic, hub, jsonb);
    }

    @Produces
    @Singleton
    static LastPrices prices(@Named(MEMOS) ProgressMonitor progress) {
        return new LastPrices(progress);
    }

    @Produces
    @Singleton
    @Named(MEMOS)
    static ProgressMonitor progress(@ConfigProperties TickerSettings ticker, @NanoTime LongSupplier nanoTime) {
        return new ProgressMonitor(ticker.patience(STANDSTILL), nanoTime);
    }

    @Produces
    @Singleton
    @Readiness
    static HealthCheck health(@Named(MEMOS) ProgressMonitor progress) {
        return new LoggedHealthCheck(() -> progress.as(MEMOS));
    }

    @Produces
    @Singleton
    static MemoMetrics metrics(Memos memos) {
        return new MemoMetrics(memos);
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = "memos") MemoSettings settings) {
        return new SettingsSummary(MEMOS, "%s kept".formatted(settings.kept()));
    }

    @Produces
    @Singleton
    static FeedSource feed(InstantSource clock) {
        return new FeedSource("sample", () -> new WaveFeed(clock.instant()), () -> "two waves");
    }
}
