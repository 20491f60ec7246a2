package tickertape.tape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// All that is kept of the topics that everyone may read; immutable.
///
/// It remembers what was read from it: of thousands of readers most are at the same offset and want the same.
final class SharedLog {

    /// Longer reads than this and than the last batch are those of readers that are behind, each at an offset of
    /// its own: nobody would share them.
    private static final long SHARED_LENGTH = 1000L * Position.PARTS;

    private static final int SHARED_READS = 1024;

    private final long before;
    private final long end;
    private final Map<TopicDefinition, TopicLog> logs;
    private final Map<ReadRequest, ReadResult> reads = new ConcurrentHashMap<>();

    /// @param before the end before the last batch
    /// @param end the offset up to which it holds messages
    private SharedLog(long before, long end, Map<TopicDefinition, TopicLog> logs) {
        this.before = before;
        this.end = end;
        this.logs = logs;
    }

    static SharedLog of(Iterable<TopicDefinition> topics, int defaultRetention) {
        var logs = new LinkedHashMap<TopicDefinition, TopicLog>();
        topics.forEach(topic -> logs.put(topic, TopicLog.of(topic, defaultRetention)));
        return new SharedLog(0, 0, logs);
    }

    SharedLog plus(long end, Map<TopicDefinition, List<Message>> batch) {
        var next = new LinkedHashMap<>(logs);
        batch.forEach((topic, messages) -> next.computeIfPresent(topic, (same, log) -> log.plus(messages)));
        return new SharedLog(this.end, end, next);
    }

    SharedLog losing(long end, TopicDefinition topic) {
        var next = new LinkedHashMap<>(logs);
        next.put(topic, log(topic).losing(end));
        return new SharedLog(this.end, end, next);
    }

    long end() {
        return end;
    }

    TopicLog log(TopicDefinition topic) {
        TopicLog log = logs.get(topic);
        if (log == null) {
            throw new IllegalArgumentException("topic '%s' is not on this tape for all".formatted(topic.name()));
        }
        return log;
    }

    /// Of each topic the oldest message after an offset, as far as it is kept.
    Stream<Message> after(long offset) {
        return logs.values().stream()
                .flatMap(log -> log.backlog().after(offset).stream().limit(1));
    }

    ReadResult read(ReadRequest request) {
        if (request.from() < before && end - request.from() > SHARED_LENGTH) {
            return request.on(this::log);
        }
        ReadResult known = reads.get(request);
        if (known != null) {
            return known;
        }
        ReadResult read = request.on(this::log);
        if (reads.size() < SHARED_READS) {
            reads.put(request, read);
        }
        return read;
    }
}
