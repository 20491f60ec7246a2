package tickertape.feeding.kafka;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.LineChannel;

/// The readers of all partitions of a topic. One thread begins with partitions; any thread may ask how far they are.
final class PartitionReaders {

    private final Map<Integer, PartitionReader> readers = new ConcurrentSkipListMap<>();
    private final Supplier<LineChannel> channels;
    private final KafkaMetrics metrics;
    private final @Nullable DeadLetters letters;

    /// @param channels makes one for each partition
    /// @param letters where records go that are no good
    PartitionReaders(Supplier<LineChannel> channels, KafkaMetrics metrics, @Nullable DeadLetters letters) {
        this.channels = channels;
        this.metrics = metrics;
        this.letters = letters;
    }

    boolean haveBegun() {
        return !readers.isEmpty();
    }

    /// The reader of a partition that has begun.
    PartitionReader of(int partition) {
        return Objects.requireNonNull(readers.get(partition));
    }

    /// The reader of a partition, which begins at an offset unless it has begun before.
    PartitionReader begin(int partition, long offset) {
        return readers.computeIfAbsent(
                partition, _ -> new PartitionReader(channels.get(), new PartitionProgress(offset), metrics, letters));
    }

    /// By partition: all records before this offset have been dealt with.
    Map<Integer, Long> done() {
        Map<Integer, Long> done = new TreeMap<>();
        readers.forEach(
                (partition, reader) -> done.put(partition, reader.progress().done()));
        return done;
    }
}
