package tickertape.alerts.webhook;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.alerts.store.AlertStore;
import tickertape.alerts.store.Disclosure;
import tickertape.alerts.store.FiringListener;
import tickertape.identity.AccountDeleted;
import tickertape.identity.QuoteDelay;
import tickertape.identity.RealtimeAccounts;
import tickertape.store.Database;
import tickertape.store.WakeSignal;
import tickertape.web.NanoTime;
import tickertape.web.PublicAuthorities;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires the webhooks: what is written with a firing, and what sends it then.
@ApplicationScoped
@ContextServiceDefinition(
        name = WebhookBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedThreadFactoryDefinition(name = WebhookBeans.THREADS, context = WebhookBeans.CONTEXT)
public class WebhookBeans {

    private static final String WEBHOOKS = "alerts.webhooks";

    /// Platform threads: asking for the address of a name would hold a processor of the virtual ones.
    static final String THREADS = "java:module/concurrent/webhook-threads";

    static final String CONTEXT = "java:module/concurrent/webhook-context";

    /// After the alerts are gone that could fire.
    private static final int LAST = 4000;

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    static WakeSignal signal() {
        return new WakeSignal();
    }

    @Produces
    @Singleton
    static WebhookLimits limits(@ConfigProperties(prefix = WEBHOOKS) WebhookSettings settings, QuoteDelay delay) {
        return settings.limits(delay.length());
    }

    @Produces
    @Singleton
    static AddressPolicy policy(@ConfigProperties(prefix = WEBHOOKS) WebhookSettings settings) {
        return settings.policy();
    }

    @Produces
    @Singleton
    static FiringListener listener(WebhookLimits limits, InstantSource clock) {
        return limits.isOn()
                ? (connection, first, last) ->
                        DeliveryTable.add(connection, first, last, clock.instant(), limits.delay(), limits.patience())
                : FiringListener.NONE;
    }

    @Produces
    @Singleton
    static Webhooks webhooks(
            Database database, AddressPolicy policy, WebhookLimits limits, InstantSource clock, WakeSignal signal) {
        return new Webhooks(database, new SecretTable(new SecureRandom()), policy, limits, clock, signal);
    }

    @Produces
    @Singleton
    static WebhookCounts counts() {
        return new WebhookCounts();
    }

    @Produces
    @Singleton
    static Housekeeping housekeeping(
            Database database, WebhookLimits limits, InstantSource clock, @NanoTime LongSupplier nanoTime) {
        return new Housekeeping(database, limits, clock, nanoTime);
    }

    @Produces
    @Singleton
    WebhookThreads senders(WebhookLimits limits, AddressPolicy policy, InstantSource clock) {
        return new WebhookThreads(
                threads,
                alarms -> new WebhookClient(
                        limits,
                        new CheckedResolver(policy, SystemDefaultDnsResolver.INSTANCE),
                        PublicAuthorities.context(),
                        alarms,
                        clock));
    }

    static void close(@Disposes WebhookThreads senders) throws IOException {
        senders.close();
    }

    @Produces
    @Singleton
    DeliveryWorker worker(
            Database database,
            WebhookThreads senders,
            Housekeeping housekeeping,
            AlertStore alerts,
            WebhookLimits limits,
            Disclosure disclosure,
            RealtimeAccounts realtime,
            WebhookCounts counts,
            WakeSignal signal,
            InstantSource clock) {
        var deliveries = new Deliveries(
                database,
                new SecretTable(new SecureRandom()),
                senders.client(),
                senders.executor(),
                limits,
                new DelayCheck(disclosure, realtime),
                new RetrySchedule(new SecureRandom()),
                clock,
                counts,
                signal,
                // As a change of the list, which its owner learns of.
                (owner, alert) -> alerts.change(owner, alert, UnaryOperator.identity()));
        return new DeliveryWorker(database, signal, deliveries, housekeeping, threads);
    }

    static void start(@Observes Startup start, WebhookLimits limits, DeliveryWorker worker) {
        if (limits.isOn()) {
            worker.start();
        }
    }

    static void close(@Disposes DeliveryWorker worker) {
        worker.close();
    }

    @Produces
    @Singleton
    static WebhookMetrics metrics(WebhookCounts counts, Housekeeping housekeeping) {
        return new WebhookMetrics(counts, housekeeping);
    }

    static void deleted(@Observes @Priority(LAST) AccountDeleted deletion, Webhooks webhooks) {
        webhooks.deleteAll(deletion.account());
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = WEBHOOKS) WebhookSettings settings) {
        return settings::inWords;
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = WEBHOOKS) WebhookSettings settings) {
        return new SettingsSummary("webhooks", settings.inWords());
    }
}
