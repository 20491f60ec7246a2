package tickertape.tape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tickertape.tape.gzip.Allowance;
import tickertape.tape.gzip.BlockDeflater;
import tickertape.tape.gzip.Compression;

/// All that is kept of the topics that everyone may read; immutable.
///
/// It remembers what was read from it: of thousands of readers most are at the same offset and want the same.
final class SharedLog {

    private static final int SHARED_READS = 1024;

    /// So many messages from before the last batch are shared in all: what readers get that asked for few writes, who
    /// are at the same few offsets.
    private static final int SHARED_BEFORE = 20_000;

    /// Longer reads than this from before the last batch are those of readers that are behind, each at an offset of its
    /// own: nobody would share them.
    private static final int SHARED_LENGTH = 1000;
    private static final int SHARED_SNAPSHOTS = 64;

    /// How many bytes are compressed of one batch: some milliseconds of work.
    private static final long COMPRESSED = 256 * 1024;

    private static final long COMPRESSED_SINGLY = 64 * 1024;

    private final long before;
    private final long end;
    private final Map<TopicDefinition, TopicLog> logs;
    private final Map<ReadRequest, ReadResult> reads = new ConcurrentHashMap<>();
    private final Map<Filter, ReadResult> snapshots = new ConcurrentHashMap<>();
    private final AtomicInteger older = new AtomicInteger();
    private final BlockDeflater deflater;

    /// For what readers may share.
    private final Compression sharing;

    /// For what each has alone.
    private final Compression single;

    /// @param before the end before the last batch
    /// @param end the offset up to which it holds messages
    private SharedLog(long before, long end, Map<TopicDefinition, TopicLog> logs, BlockDeflater deflater) {
        this.before = before;
        this.end = end;
        this.logs = logs;
        this.deflater = deflater;
        sharing = new Allowance(deflater, COMPRESSED);
        single = new Allowance(deflater, COMPRESSED_SINGLY);
    }

    static SharedLog of(Iterable<TopicDefinition> topics, int defaultRetention) {
        var logs = new LinkedHashMap<TopicDefinition, TopicLog>();
        topics.forEach(topic -> logs.put(topic, TopicLog.of(topic, defaultRetention)));
        return new SharedLog(0, 0, logs, new BlockDeflater());
    }

    /// The same topics, of which nothing but these messages is known up to this end.
    SharedLog beginning(long newEnd, Map<TopicDefinition, List<Message>> latest) {
        var next = new LinkedHashMap<TopicDefinition, TopicLog>();
        logs.forEach((topic, log) ->
                next.put(topic, log.plus(latest.getOrDefault(topic, List.of())).losing(newEnd)));
        return new SharedLog(newEnd, newEnd, next, deflater);
    }

    /// The topics that have a latest message of each key, and those.
    Map<TopicDefinition, List<Message>> latest() {
        var latest = new LinkedHashMap<TopicDefinition, List<Message>>();
        logs.forEach((topic, log) -> {
            if (log instanceof LatestLog known) {
                latest.put(topic, List.copyOf(known.latest().values()));
            }
        });
        return latest;
    }

    SharedLog plus(long end, Map<TopicDefinition, List<Message>> batch) {
        var next = new LinkedHashMap<>(logs);
        batch.forEach((topic, messages) -> next.computeIfPresent(topic, (same, log) -> log.plus(messages)));
        return new SharedLog(this.end, end, next, deflater);
    }

    SharedLog losing(long end, TopicDefinition topic) {
        var next = new LinkedHashMap<>(logs);
        next.put(topic, log(topic).losing(end));
        return new SharedLog(this.end, end, next, deflater);
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
        ReadResult known = reads.get(request);
        if (known != null) {
            return known;
        }
        ReadResult read = request.on(this::log, sharing);
        boolean last = request.from() >= before;
        if (!last && !hasRoom(read)) {
            return read.with(single);
        }
        if (reads.size() < SHARED_READS) {
            reads.put(request, read);
        }
        return read;
    }

    private boolean hasRoom(ReadResult read) {
        int room = SHARED_BEFORE - read.size();
        // What does not fit leaves the room to others.
        return read.size() <= SHARED_LENGTH
                && older.getAndUpdate(taken -> taken <= room ? taken + read.size() : taken) <= room;
    }

    /// The latest of everything.
    ReadResult snapshot(Filter filter) {
        ReadResult known = snapshots.get(filter);
        if (known != null) {
            return known;
        }
        ReadResult read = ReadResult.snapshot(filter, this::log, sharing);
        if (snapshots.size() < SHARED_SNAPSHOTS) {
            snapshots.put(filter, read);
        }
        return read;
    }
}
