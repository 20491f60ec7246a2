package tickertape.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.market.Leadership;
import tickertape.market.Market;
import tickertape.tape.BatchListener;
import tickertape.tape.BatchLog;
import tickertape.tape.SharedTopics;
import tickertape.tape.Tape;
import tickertape.tape.TapeReplica;
import tickertape.tape.stream.StreamHub;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;

/// Wires what several servers share; where a server is alone, nothing of it runs.
@ApplicationScoped
@ContextServiceDefinition(
        name = ClusterBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedThreadFactoryDefinition(name = ClusterBeans.THREADS, context = ClusterBeans.CONTEXT)
public class ClusterBeans {

    /// Two platform threads.
    static final String THREADS = "java:module/concurrent/cluster-threads";

    static final String CONTEXT = "java:module/concurrent/cluster-context";

    private static final String PREFIX = "cluster";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    @Typed(Election.class)
    static Election election(@NanoTime LongSupplier nanoTime) {
        return new Election(nanoTime);
    }

    @Produces
    @Singleton
    static CatchUp catchUp() {
        return new CatchUp();
    }

    @Produces
    @Singleton
    @Typed(Outbox.class)
    static Outbox outbox(Election election, CatchUp catchUp) {
        return new Outbox(election, catchUp);
    }

    @Produces
    @Singleton
    @Typed(Leadership.class)
    static Leadership leadership(@ConfigProperties(prefix = PREFIX) ClusterSettings settings, Election election) {
        return settings.isOn() ? election : Leadership.ALONE;
    }

    @Produces
    @Singleton
    @Typed(BatchLog.class)
    static BatchLog log(@ConfigProperties(prefix = PREFIX) ClusterSettings settings, Outbox outbox) {
        return settings.isOn() ? outbox : BatchLog.NONE;
    }

    @Produces
    @Singleton
    static ClusterMetrics metrics(Leadership leadership, Election election, Outbox outbox) {
        return new ClusterMetrics(leadership, election, outbox);
    }

    /// Made where the settings say so, and have been checked.
    @Produces
    @Singleton
    ClusterNode node(
            @ConfigProperties(prefix = PREFIX) ClusterSettings settings,
            Tape tape,
            StreamHub hub,
            @Any Instance<BatchListener> listeners,
            Election election,
            Outbox outbox,
            CatchUp catchUp,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        var random = new SecureRandom();
        var clients = new ClusterClients(settings.options(host()));
        var replica = new TapeReplica(tape, listeners.stream().toList());
        var applier =
                new LogApplier(replica, election, outbox, hub::wakeAll, () -> TapeReplica.newEpoch(random), nanoTime);
        return new ClusterNode(
                new LogReader(clients, applier, election, catchUp, clock, nanoTime),
                new LogWriter(clients.options(), clients::producer, election, outbox, random, nanoTime),
                threads);
    }

    static void close(@Disposes ClusterNode node) {
        node.close();
    }

    static void start(
            @Observes Startup start,
            @ConfigProperties(prefix = PREFIX) ClusterSettings settings,
            Instance<ClusterNode> node) {
        if (settings.isOn()) {
            node.get().start();
        }
    }

    @Produces
    static StartupCheck check(
            @ConfigProperties(prefix = PREFIX) ClusterSettings settings,
            @ConfigProperty(name = "database.url") Optional<String> database,
            Market market,
            Tape tape,
            @Any Instance<SharedTopics> shared) {
        if (!settings.isOn()) {
            return () -> {};
        }
        return () -> {
            new ClusterClients(settings.options(host())).check();
            new ClusterCheck(market, tape, database.orElse(""), shared.stream().toList()).run();
        };
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = PREFIX) ClusterSettings settings) {
        return new SettingsSummary(PREFIX, settings.inWords(host()));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return nameless.getClass().getSimpleName();
        }
    }
}
