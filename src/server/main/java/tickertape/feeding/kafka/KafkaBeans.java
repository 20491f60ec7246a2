package tickertape.feeding.kafka;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextServiceDefinition;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.concurrent.ManagedThreadFactoryDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.LineDoor;
import tickertape.market.feed.FeedSettings;
import tickertape.market.feed.FeedSource;
import tickertape.store.Database;
import tickertape.store.WriteQueues;
import tickertape.web.NanoTime;

/// Wires what takes prices from a topic.
@ApplicationScoped
@ContextServiceDefinition(
        name = KafkaBeans.CONTEXT,
        cleared = ContextServiceDefinition.ALL_REMAINING,
        propagated = ContextServiceDefinition.APPLICATION)
@ManagedThreadFactoryDefinition(name = KafkaBeans.THREADS, context = KafkaBeans.CONTEXT)
public class KafkaBeans {

    /// What `feed.source` calls it, and whose lines they are that do not say.
    static final String KAFKA = "kafka";

    /// One platform thread.
    static final String THREADS = "java:module/concurrent/kafka-threads";

    static final String CONTEXT = "java:module/concurrent/kafka-context";

    private static final String PREFIX = "feed.kafka";

    // The platform injects what it defines by name into fields only.
    @Resource(lookup = THREADS)
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    static KafkaMetrics metrics() {
        return new KafkaMetrics();
    }

    /// Made where the feed is selected, of settings that have been checked there.
    @Produces
    @Singleton
    TopicReader reader(
            LineDoor door,
            Database database,
            WriteQueues queues,
            KafkaMetrics metrics,
            @ConfigProperties(prefix = PREFIX) KafkaSettings settings,
            @NanoTime LongSupplier nanoTime) {
        KafkaSettings.Options options = settings.options();
        var clients = new KafkaClients(options);
        @Nullable
        DeadLetters letters = options.deadLetters().isPresent()
                ? new DeadLetters(options.deadLetters().get(), clients::producer, metrics, nanoTime)
                : null;
        return new TopicReader(
                options,
                clients::consumer,
                new PartitionReaders(() -> door.channel(KAFKA), metrics, letters),
                new OffsetStore(options.topic(), database, queues),
                letters,
                metrics,
                threads,
                nanoTime);
    }

    static void close(@Disposes TopicReader reader) {
        reader.close();
    }

    @Produces
    @Singleton
    static FeedSource kafka(
            LineDoor door, Instance<TopicReader> reader, @ConfigProperties(prefix = PREFIX) KafkaSettings settings) {
        return new FeedSource(
                KAFKA,
                () -> {
                    // Here and not by the reader, so that the log says just what is wrong.
                    new KafkaClients(settings.options()).check();
                    TopicReader selected = reader.get();
                    return door.open(selected::close);
                },
                settings::inWords);
    }

    /// Begins to read when the application has started.
    static void start(@Observes Startup start, @ConfigProperties FeedSettings feed, Instance<TopicReader> reader) {
        if (feed.source().equalsIgnoreCase(KAFKA)) {
            reader.get().start();
        }
    }
}
