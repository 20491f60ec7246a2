package tickertape.tape.stream;

import com.sun.management.UnixOperatingSystemMXBean;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import tickertape.tape.Tape;
import tickertape.tape.TopicDefinition;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.metrics.StreamCounters;
import tickertape.web.monitoring.SettingsSummary;
import tickertape.wire.TopicInfo;

/// Wires the tape and its stream: a feature puts its topic on the tape by producing a bean of type
/// [TopicDefinition].
@ApplicationScoped
@ContextServiceDefinition(
        name = StreamBeans.BARE,
        cleared = {},
        propagated = {},
        unchanged = ContextServiceDefinition.ALL_REMAINING)
@ManagedExecutorDefinition(name = StreamBeans.THREADS, virtual = true, context = StreamBeans.BARE)
public class StreamBeans {

    private static final Logger LOG = System.getLogger(StreamBeans.class.getName());

    /// What the server opens beside the streams: its jars, its log, other requests.
    private static final int SPARE_FILES = 500;

    /// Virtual threads: each serves a round of subscribers, or one that is slow.
    static final String THREADS = "java:module/concurrent/subscribers";

    // Carrying a context over would cost each thread memory, for nothing that a subscriber needs.
    static final String BARE = "java:module/concurrent/bare";

    @Produces
    @Singleton
    static Tape tape(
            @ConfigProperties(prefix = "stream") StreamSettings settings, @Any Instance<TopicDefinition> topics) {
        String epoch = Long.toString(new SecureRandom().nextLong(1L << 40), Character.MAX_RADIX);
        return new Tape(
                epoch,
                topics.stream().collect(Collectors.toSet()),
                settings.checked().backlog,
                settings.privateBacklog,
                System::nanoTime);
    }

    @Produces
    @Singleton
    static DeliveryPolicy terms(
            Tape tape,
            @ConfigProperties(prefix = "stream") StreamSettings settings,
            @ConfigProperty(name = "tickertape.version") String version) {
        return new DeliveryPolicy(
                version,
                tape.topics().stream()
                        .map(TopicDefinition::info)
                        .sorted(Comparator.comparing(TopicInfo::name))
                        .toList(),
                settings.checked().heartbeat,
                settings.retry,
                settings.rotation,
                Clock.systemUTC(),
                System::nanoTime,
                new SecureRandom());
    }

    @Produces
    @Singleton
    static StreamCounters ledger() {
        return new StreamCounters();
    }

    @Produces
    @Singleton
    static StreamLog bulletin(StreamCounters ledger, DeliveryPolicy terms) {
        return new StreamLog(ledger, terms.nanoTime());
    }

    @Produces
    static SettingsSummary setup(@ConfigProperties(prefix = "stream") StreamSettings settings) {
        return new SettingsSummary("streams", settings.inWords());
    }

    @Produces
    @Singleton
    static Admission admission(@ConfigProperties(prefix = "stream") StreamSettings settings) {
        warnOfFewFiles(settings.checked().subscribers);
        return new Admission(settings.subscribers, settings.subscribersPerAddress);
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
