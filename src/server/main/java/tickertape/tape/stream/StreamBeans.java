package tickertape.tape.stream;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import tickertape.identity.AccessEnded;
import tickertape.identity.DelaySettings;
import tickertape.tape.BatchLog;
import tickertape.tape.Tape;
import tickertape.tape.TapeReplica;
import tickertape.tape.TopicDefinition;
import tickertape.tape.TopicVariants;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.metrics.StreamCounters;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.ServerSettings;
import tickertape.web.start.StartupCheck;
import tickertape.web.start.StartupRequest;
import tickertape.wire.TopicInfo;

/// Wires the tape and its stream: a feature puts a topic on the tape by producing a bean of type
/// [TopicDefinition].
@ApplicationScoped
@ContextServiceDefinition(
        name = StreamBeans.NO_CONTEXT,
        cleared = {},
        propagated = {},
        unchanged = ContextServiceDefinition.ALL_REMAINING)
@ManagedExecutorDefinition(name = StreamBeans.THREADS, virtual = true, context = StreamBeans.NO_CONTEXT)
@ManagedThreadFactoryDefinition(name = StreamBeans.HEARTBEAT_THREAD, context = StreamBeans.NO_CONTEXT)
public class StreamBeans {

    /// Virtual threads: each serves a shard of subscribers, or one that is slow.
    static final String THREADS = "java:module/concurrent/subscribers";

    /// The thread that heartbeats are due on.
    static final String HEARTBEAT_THREAD = "java:module/concurrent/heartbeat-thread";

    // Carrying a context over would cost each thread memory, for nothing that a subscriber needs.
    static final String NO_CONTEXT = "java:module/concurrent/bare";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedExecutorService threads;

    @Produces
    @Singleton
    static Tape tape(
            @ConfigProperties(prefix = "stream") StreamSettings settings,
            @Any Instance<TopicDefinition> topics,
            @Any Instance<TopicVariants> variants,
            @NanoTime LongSupplier nanoTime) {
        return new Tape(
                TapeReplica.newEpoch(new SecureRandom()),
                Stream.concat(topics.stream(), variants.stream().flatMap(forms -> forms.all().stream()))
                        .collect(Collectors.toSet()),
                settings.checked().backlog,
                settings.privateBacklog,
                nanoTime);
    }

    @Produces
    @Singleton
    static DeliveryPolicy policy(
            Tape tape,
            @ConfigProperties(prefix = "stream") StreamSettings settings,
            @ConfigProperty(name = "tickertape.version") String version,
            InstantSource clock,
            @NanoTime LongSupplier nanoTime) {
        return new DeliveryPolicy(
                version,
                tape.topics().stream()
                        .map(TopicDefinition::info)
                        .distinct()
                        .sorted(Comparator.comparing(TopicInfo::name))
                        .toList(),
                settings.checked().heartbeat,
                settings.retry,
                settings.rotation,
                clock,
                nanoTime,
                new SecureRandom());
    }

    @Produces
    @Singleton
    static StreamCounters counters() {
        return new StreamCounters();
    }

    @Produces
    @Singleton
    StreamHub hub(Tape tape, BatchLog log, DeliveryPolicy policy, StreamCounters counters) {
        return new StreamHub(tape, log, policy, counters, threads);
    }

    static void close(@Disposes StreamHub hub) {
        hub.close();
    }

    static void expire(@Observes AccessEnded end, StreamHub hub) {
        hub.expire(end.account(), end.credential());
    }

    @Produces
    @Singleton
    static StreamOpener opener(
            CallerTapes tapes,
            StreamHub hub,
            DeliveryPolicy policy,
            StreamCounters counters,
            Jsonb jsonb,
            @ConfigProperties(prefix = "stream") StreamSettings settings,
            @ConfigProperties(prefix = "quotes") DelaySettings delay,
            ServerSettings server,
            @Any Instance<StreamListener> listeners) {
        long waiting = tapes.delayed().isPresent() ? delay.memory() : 0;
        int limit = StreamCapacity.ofThisProcess(waiting, server.clients()).limit(settings.checked().subscribers);
        var admission = new Admission(limit, settings.subscribersPerAddress, settings.subscribersPerAccount);
        return new StreamOpener(
                tapes,
                hub,
                admission,
                policy,
                counters,
                jsonb,
                settings.conflation(),
                settings.compression,
                new StreamListeners(listeners.stream().toList()));
    }

    @Produces
    @Singleton
    static StreamMetrics metrics(StreamCounters counters, StreamHub hub, CallerTapes tapes) {
        return new StreamMetrics(counters, hub, tapes.all());
    }

    @Produces
    @Singleton
    static StreamLog log(StreamCounters counters, @NanoTime LongSupplier nanoTime) {
        return new StreamLog(counters, nanoTime);
    }

    @Produces
    static StartupCheck check(@ConfigProperties(prefix = "stream") StreamSettings settings) {
        return settings::checked;
    }

    /// Being a parameter here makes the tape before anything else; whatever its topics throw is the reason not to
    /// start.
    @Produces
    static StartupCheck check(Tape tape) {
        return () -> {};
    }

    // For a topic that nobody has: it goes all the way of a stream, and opens none.
    @Produces
    static StartupRequest first() {
        return new StartupRequest("GET", "api/stream?topic=-");
    }

    @Produces
    static SettingsSummary summary(@ConfigProperties(prefix = "stream") StreamSettings settings) {
        return new SettingsSummary("streams", settings.inWords());
    }

    @Produces
    @Singleton
    static StreamHealth health(Tape tape, StreamHub hub, @NanoTime LongSupplier nanoTime) {
        return new StreamHealth(tape, hub, nanoTime);
    }

    @Produces
    @Singleton
    @Startup
    static HealthCheck started(StreamHealth health) {
        return health.started();
    }

    @Produces
    @Singleton
    @Readiness
    static HealthCheck open(StreamHealth health) {
        return health.open();
    }

    @Produces
    @Singleton
    @Liveness
    static HealthCheck timersFire(StreamHealth health) {
        return health.timersFire();
    }

    @Produces
    @Singleton
    @Liveness
    static HealthCheck threadsRun(StreamHealth health) {
        return health.threadsRun();
    }

    @Produces
    @Singleton
    @Readiness
    static HealthCheck moreFilesMayBeOpened(StreamHealth health) {
        return health.files();
    }
}
