package tickertape.tape.stream;

import com.sun.management.UnixOperatingSystemMXBean;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.json.bind.Jsonb;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.metrics.StreamCounters;
import tickertape.web.NanoTime;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.web.start.StartupCheck;
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
public class StreamBeans {

    private static final Logger LOG = System.getLogger(StreamBeans.class.getName());

    /// What the server opens beside the streams: its jars, its log, other requests.
    private static final int SPARE_FILES = 500;

    /// Virtual threads: each serves a shard of subscribers, or one that is slow.
    static final String THREADS = "java:module/concurrent/subscribers";

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
            @NanoTime LongSupplier nanoTime) {
        String epoch = Long.toString(new SecureRandom().nextLong(1L << 40), Character.MAX_RADIX);
        return new Tape(
                epoch,
                topics.stream().collect(Collectors.toSet()),
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
    StreamHub hub(Tape tape, DeliveryPolicy policy, StreamCounters counters) {
        return new StreamHub(tape, policy, counters, threads);
    }

    static void close(@Disposes StreamHub hub) {
        hub.close();
    }

    @Produces
    @Singleton
    static StreamOpener opener(
            Tape tape,
            StreamHub hub,
            DeliveryPolicy policy,
            StreamCounters counters,
            Jsonb jsonb,
            @ConfigProperties(prefix = "stream") StreamSettings settings) {
        warnOfFewFiles(settings.checked().subscribers);
        var admission = new Admission(settings.subscribers, settings.subscribersPerAddress);
        return new StreamOpener(tape, hub, admission, policy, counters, jsonb, settings.conflation());
    }

    @Produces
    @Singleton
    static StreamMetrics metrics(StreamCounters counters, StreamHub hub, Tape tape) {
        return new StreamMetrics(counters, hub, tape);
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

    private static void warnOfFewFiles(int subscribers) {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
            long files = system.getMaxFileDescriptorCount();
            if (files < subscribers + SPARE_FILES) {
                LOG.log(
                        Level.WARNING,
                        "stream.subscribers is {0}, but this process may open only {1} files; raise its limit (ulimit -n)",
                        subscribers,
                        files);
            }
        }
    }
}
