package tickertape.cluster;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/// The topic of the log: makes it where there is none, and notices when it was made anew. One thread uses it.
final class TopicWatch implements AutoCloseable {

    /// So long the log goes back, and a bit more, as brokers delete whole segments. The tape keeps less.
    static final Duration RETENTION = Duration.ofMinutes(10);

    private static final Duration SEGMENT = Duration.ofMinutes(1);
    private static final Duration LOOKING = Duration.ofSeconds(5);

    private final Admin admin;
    private final String topic;
    private final LongSupplier nanoTime;
    private @Nullable KafkaFuture<TopicDescription> asked;
    private long looked;

    /// @param nanoTime a monotonic clock
    TopicWatch(Admin admin, String topic, LongSupplier nanoTime) {
        this.admin = admin;
        this.topic = topic;
        this.nanoTime = nanoTime;
    }

    /// The id of the topic, which another one of its name would not have. Throws `KafkaException` when no broker
    /// answers, or the topic has not just one partition.
    Uuid find() throws InterruptedException {
        looked = nanoTime.getAsLong();
        try {
            return id(ask().get(ClusterClients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                make();
                throw new KafkaException("the topic %s was made".formatted(topic), failure);
            }
            throw asKafka(failure);
        } catch (java.util.concurrent.TimeoutException away) {
            throw new TimeoutException("no broker tells of %s".formatted(topic), away);
        }
    }

    private KafkaFuture<TopicDescription> ask() {
        return Objects.requireNonNull(
                admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
    }

    private Uuid id(TopicDescription found) {
        if (found.partitions().size() != 1) {
            throw new KafkaException("the topic %s has %s partitions, not 1"
                    .formatted(topic, found.partitions().size()));
        }
        return found.topicId();
    }

    private void make() throws InterruptedException {
        var wanted = new NewTopic(topic, Optional.of(1), Optional.empty())
                .configs(Map.of(
                        TopicConfig.RETENTION_MS_CONFIG,
                        Long.toString(RETENTION.toMillis()),
                        TopicConfig.SEGMENT_MS_CONFIG,
                        Long.toString(SEGMENT.toMillis()),
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                        TopicConfig.CLEANUP_POLICY_DELETE,
                        // A server whose clock is wrong must not have its records refused, or deleted at once.
                        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                        "LogAppendTime"));
        try {
            admin.createTopics(List.of(wanted)).all().get(ClusterClients.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) {
                throw asKafka(failure);
            }
        } catch (java.util.concurrent.TimeoutException away) {
            throw new TimeoutException("no broker makes %s".formatted(topic), away);
        }
    }

    private static KafkaException asKafka(ExecutionException failure) {
        return failure.getCause() instanceof KafkaException known ? known : new KafkaException(failure.getCause());
    }

    /// Asks now and then, without waiting. Throws `KafkaException` when the topic is another one, or is not there any
    /// more.
    void look(Uuid known) throws InterruptedException {
        long now = nanoTime.getAsLong();
        if (asked == null && now - looked >= LOOKING.toNanos()) {
            looked = now;
            asked = ask();
        } else if (asked != null && asked.isDone()) {
            KafkaFuture<TopicDescription> answer = asked;
            asked = null;
            try {
                if (!id(answer.get()).equals(known)) {
                    throw new KafkaException("the topic %s was made anew".formatted(topic));
                }
            } catch (ExecutionException failure) {
                if (failure.getCause() instanceof UnknownTopicOrPartitionException) {
                    throw asKafka(failure);
                }
                // No broker answers: that is noticed by what does not come.
            }
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
