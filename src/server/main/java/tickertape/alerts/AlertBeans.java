package tickertape.alerts;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import tickertape.alerts.engine.AlertEngine;
import tickertape.alerts.store.AlertPublisher;
import tickertape.alerts.store.AlertStore;
import tickertape.alerts.store.AlertTerm;
import tickertape.alerts.store.AlertWorker;
import tickertape.alerts.store.Disclosure;
import tickertape.alerts.store.FiringListener;
import tickertape.alerts.store.PastLoader;
import tickertape.alerts.store.PublishedAlerts;
import tickertape.alerts.webhook.Webhooks;
import tickertape.identity.AccountDeleted;
import tickertape.identity.QuoteDelay;
import tickertape.market.Leadership;
import tickertape.market.Market;
import tickertape.market.MarketSettings;
import tickertape.market.PastCandles;
import tickertape.market.ticker.TickListener;
import tickertape.store.Database;
import tickertape.store.Migrations;
import tickertape.store.WakeSignal;
import tickertape.tape.TopicDefinition;
import tickertape.tape.stream.StreamHub;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.HealthFigures;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the alerts: their topics, the engine, and the thread between that and the database.
@ApplicationScoped
@ContextServiceDefinition(
        name = AlertBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedThreadFactoryDefinition(name = AlertBeans.THREADS, context = AlertBeans.CONTEXT)
public class AlertBeans {

    static final String ALERTS = "alerts";
    static final String ALERT = "alert";
    static final String ALERT_LIST = "alert-list";

    /// One platform thread, because a database inside the server uses the processor.
    static final String THREADS = "java:module/concurrent/alert-threads";

    static final String CONTEXT = "java:module/concurrent/alert-context";

    /// How many firings of an owner are kept for readers that come back, and how many changes of the list.
    private static final int FIRINGS = 100;

    private static final int CHANGES = 4;

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    /// What has fired.
    @Produces
    @Singleton
    @Named(ALERT)
    static TopicDefinition alert() {
        return TopicDefinition.every(ALERT).asPrivate().retaining(FIRINGS);
    }

    /// That the list of an owner's alerts has changed.
    @Produces
    @Singleton
    @Named(ALERT_LIST)
    static TopicDefinition list() {
        return TopicDefinition.latest(ALERT_LIST).asPrivate().retaining(CHANGES);
    }

    @Produces
    static Migrations migrations() {
        return new Migrations(ALERTS);
    }

    @Produces
    @Singleton
    static AlertLimits limits(@ConfigProperties(prefix = ALERTS) AlertSettings settings) {
        return new AlertLimits(settings.perUser(), settings.kept());
    }

    @Produces
    @Singleton
    static AlertEngine engine(@NanoTime LongSupplier nanoTime) {
        return new AlertEngine(nanoTime);
    }

    @Produces
    @Singleton
    static Disclosure disclosure(QuoteDelay delay, InstantSource clock, @NanoTime LongSupplier nanoTime) {
        return new Disclosure(delay.length(), clock, nanoTime);
    }

    @Produces
    @Singleton
    static PastReader past(
            @Any Instance<PastCandles> candles,
            @ConfigProperties(prefix = "market") MarketSettings settings,
            InstantSource clock) {
        return new PastReader(candles.stream().toList(), settings.zone(), clock);
    }

    @Produces
    @Singleton
    AlertWorker worker(
            Database database,
            AlertEngine engine,
            @Named(ALERT) TopicDefinition alert,
            @Named(ALERT_LIST) TopicDefinition list,
            StreamHub hub,
            Leadership leadership,
            PublishedAlerts published,
            Disclosure disclosure,
            PastReader past,
            AlertLimits limits,
            FiringListener listener,
            WakeSignal signal,
            Jsonb jsonb,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        var publisher = new AlertPublisher(
                alert, list, (drafts, appended) -> hub.publish(drafts, _ -> appended.run()), firing -> {
                    disclosure.fired(firing);
                    signal.wake();
                });
        var loader = new PastLoader(engine, past::facts, nanoTime);
        var term = new AlertTerm(leadership);
        Optional<PublishedAlerts> others = hub.isShared() ? Optional.of(published) : Optional.empty();
        var worker = AlertWorker.of(
                database,
                engine,
                publisher,
                term,
                others,
                loader,
                jsonb,
                clock,
                nanoTime,
                threads,
                listener,
                limits.kept());
        worker.start();
        return worker;
    }

    static void close(@Disposes AlertWorker worker) {
        worker.close();
    }

    @Produces
    @Singleton
    static AlertStore store(Database database, AlertLimits limits, AlertWorker worker, InstantSource clock) {
        return new AlertStore(database, clock, limits.perUser(), worker::wake);
    }

    @Produces
    @Singleton
    static Alerts alerts(
            AlertStore store,
            AlertEngine engine,
            StreamHub hub,
            SharedQuotes shared,
            DelayedQuotes late,
            Market market,
            PastReader past,
            Disclosure disclosure,
            Webhooks webhooks,
            AlertLimits limits,
            InstantSource clock) {
        return new Alerts(
                store,
                hub.isShared() ? shared::quote : engine::quote,
                late,
                market,
                new SenseCheck(past::facts),
                new AlertViews(disclosure, clock),
                webhooks,
                limits,
                clock,
                new SecureRandom());
    }

    @Produces
    @Singleton
    static AlertMetrics metrics(AlertEngine engine, AlertWorker worker) {
        return new AlertMetrics(engine, worker);
    }

    @Produces
    @Singleton
    static TickListener listener(
            AlertEngine engine, AlertWorker worker, AlertMetrics metrics, @NanoTime LongSupplier nanoTime) {
        return new AlertListener(engine, worker, metrics, nanoTime);
    }

    /// What an account that is gone waits for, nobody waits for.
    static void deleted(@Observes AccountDeleted deletion, AlertStore store, AlertEngine engine) {
        store.deleteAll(deletion.account());
        engine.removeAll(deletion.account());
    }

    /// Always up, because prices go on without alerts: its data says how those are.
    @Produces
    @Singleton
    @Readiness
    static HealthCheck health(AlertEngine engine, AlertWorker worker, HealthFigures figures) {
        return () -> figures.in(
                        HealthCheckResponse.named(ALERTS).up().withData("loaded", worker.isReady()),
                        Map.of("watched", engine.size(), "waiting", worker.waiting()))
                .build();
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = ALERTS) AlertSettings settings) {
        return () -> {
            var _ = settings.perUser();
            var _ = settings.kept();
        };
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = ALERTS) AlertSettings settings) {
        return new SettingsSummary(ALERTS, settings.inWords());
    }
}
