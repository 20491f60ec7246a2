package tickertape.feeding.kafka;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import tickertape.feeding.BadLineException;
import tickertape.feeding.LineChannel;
import tickertape.feeding.LineConfirmation;
import tickertape.feeding.line.LineReader;

/// Deals with the records of one partition: each has a line, or is no good. One thread uses it.
final class PartitionReader {

    private final LineChannel channel;
    private final PartitionProgress progress;
    private final KafkaMetrics metrics;
    private final @Nullable DeadLetters letters;

    /// @param letters where records go that are no good
    PartitionReader(
            LineChannel channel, PartitionProgress progress, KafkaMetrics metrics, @Nullable DeadLetters letters) {
        this.channel = channel;
        this.progress = progress;
        this.metrics = metrics;
        this.letters = letters;
    }

    PartitionProgress progress() {
        return progress;
    }

    /// Takes the next record, and waits while the market has no room.
    void take(ConsumerRecord<byte[], byte[]> next) throws InterruptedException {
        byte @Nullable [] value = next.value();
        long after = next.offset() + 1;
        if (value == null || value.length == 0) {
            channel.hear();
        } else {
            try {
                hand(value, after);
            } catch (BadLineException bad) {
                refuse(next, bad);
            }
        }
        progress.advance(after);
    }

    /// Takes note that records can't be read any more.
    ///
    /// @param next the first that can
    void skipTo(long next) {
        long records = Math.max(0, next - progress.position());
        metrics.lose(records);
        channel.lose(records);
        progress.advance(next);
    }

    private void hand(byte[] value, long after) throws InterruptedException, BadLineException {
        if (value.length > LineReader.LONGEST) {
            throw channel.tooLong();
        }
        LineConfirmation confirmation = progress.hand(after);
        try {
            if (!channel.take(new String(value, StandardCharsets.UTF_8), confirmation)) {
                progress.takeBack();
            }
        } catch (BadLineException bad) {
            progress.takeBack();
            throw bad;
        }
    }

    private void refuse(ConsumerRecord<byte[], byte[]> record, BadLineException bad) {
        channel.refuse("partition %s, offset %s".formatted(record.partition(), record.offset()), bad);
        metrics.refuse(bad.reason());
        if (letters != null) {
            letters.send(record, bad, progress);
        }
    }
}
