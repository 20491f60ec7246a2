package tickertape.tape;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Batches, and what is known at one moment, as bytes in a log.
final class BatchFormat {

    private final Map<String, TopicDefinition> topics = new LinkedHashMap<>();

    /// What is known of a tape at one moment.
    ///
    /// @param end in the order of positions
    /// @param latest of the topics that have such
    /// @param ends of the owners that have private messages behind the end; those messages are not in it
    record Known(String epoch, long end, Map<TopicDefinition, List<Message>> latest, Map<String, Long> ends) {}

    /// @param topics of this server; others may have more of them, or fewer
    BatchFormat(Set<TopicDefinition> topics) {
        topics.forEach(topic -> this.topics.put(name(topic) + topic.isPrivate(), topic));
    }

    private static String name(TopicDefinition topic) {
        return topic.name() + ' ' + topic.variant().map(TopicVariant::value).orElse("");
    }

    /// Throws `IllegalArgumentException` for pieces of texts, which know only here how they look.
    static byte[] encode(List<Draft> drafts) {
        return bytes(out -> {
            out.writeInt(drafts.size());
            for (Draft draft : drafts) {
                if (draft.piece() != null) {
                    throw new IllegalArgumentException("topic '%s' grows, and can't be shared"
                            .formatted(draft.topic().name()));
                }
                out.writeBoolean(draft.owner().isPresent());
                out.writeUTF(draft.owner().orElse(""));
                writeMessage(out, draft.topic(), draft.key(), draft.group(), draft.body());
            }
        });
    }

    List<Draft> decode(byte[] bytes) {
        return read(bytes, in -> {
            int count = in.readInt();
            var drafts = new ArrayList<Draft>();
            for (int i = 0; i < count; i++) {
                boolean owned = in.readBoolean();
                String owner = in.readUTF();
                drafts.add(readMessage(in, owned ? Optional.of(owner) : Optional.empty()));
            }
            return drafts;
        });
    }

    static byte[] encode(Reel reel) {
        return bytes(out -> {
            Map<TopicDefinition, List<Message>> latest = reel.shared().latest();
            out.writeUTF(reel.epoch());
            out.writeLong(reel.shared().end());
            out.writeInt(latest.values().stream().mapToInt(List::size).sum());
            for (var topic : latest.entrySet()) {
                for (Message message : topic.getValue()) {
                    out.writeLong(message.offset());
                    writeMessage(out, topic.getKey(), message.key(), message.group(), message.body());
                }
            }
            Map<String, Long> ends = reel.owned().endsAfter(reel.shared().end());
            out.writeInt(ends.size());
            for (var owner : ends.entrySet()) {
                out.writeUTF(owner.getKey());
                out.writeLong(owner.getValue());
            }
        });
    }

    /// @param nanos when it is read, by the tape's monotonic clock
    Known decodeKnown(byte[] bytes, long nanos) {
        return read(bytes, in -> {
            String epoch = in.readUTF();
            long end = in.readLong();
            int count = in.readInt();
            Map<TopicDefinition, List<Message>> latest = new LinkedHashMap<>();
            for (int i = 0; i < count; i++) {
                Position position = Position.of(epoch, in.readLong());
                Draft draft = readMessage(in, Optional.empty());
                latest.computeIfAbsent(draft.topic(), first -> new ArrayList<>())
                        .add(draft.at(position, nanos));
            }
            Map<String, Long> ends = new LinkedHashMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                ends.put(in.readUTF(), in.readLong());
            }
            return new Known(epoch, end, latest, ends);
        });
    }

    private static void writeMessage(DataOutputStream out, TopicDefinition topic, String key, String group, byte[] body)
            throws IOException {
        out.writeUTF(name(topic));
        out.writeUTF(key);
        out.writeUTF(group);
        out.writeInt(body.length);
        out.write(body);
    }

    private Draft readMessage(DataInputStream in, Optional<String> owner) throws IOException {
        TopicDefinition topic = topic(in.readUTF(), owner.isPresent());
        String key = in.readUTF();
        String group = in.readUTF();
        byte[] body = new byte[in.readInt()];
        in.readFully(body);
        return Draft.of(topic, key, group, owner, body);
    }

    // The messages of a topic that this server does not have need their places all the same.
    private TopicDefinition topic(String name, boolean owned) {
        TopicDefinition known = topics.get(name + owned);
        if (known != null) {
            return known;
        }
        TopicDefinition unknown = TopicDefinition.every(name.substring(0, name.indexOf(' ')));
        return owned ? unknown.asPrivate() : unknown;
    }

    /// Writes to memory, which never fails.
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    /// Reads what this class has written.
    private interface Reading<T> {
        T from(DataInputStream in) throws IOException;
    }

    private static byte[] bytes(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reading<T> reading) {
        try {
            return reading.from(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException("this is no batch of %s".formatted(Tape.class.getName()), e);
        }
    }
}
