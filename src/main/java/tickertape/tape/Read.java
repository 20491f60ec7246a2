package tickertape.tape;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// What one read of a cursor gave.
///
/// @param messages in the order of their offsets
/// @param lost the topics of kind EVERY of which messages may be missing before these
/// @param resume what kind of read it was, the worst of its topics
public record Read(List<Message> messages, List<Topic> lost, Resume resume) {

    public boolean isEmpty() {
        return messages.isEmpty() && lost.isEmpty();
    }

    /// Writes the messages as they stand, without flushing.
    public void writeTo(OutputStream out) throws IOException {
        int length = 0;
        for (Message message : messages) {
            length += message.bytes().length;
        }
        byte[] frame = new byte[length];
        int end = 0;
        for (Message message : messages) {
            System.arraycopy(message.bytes(), 0, frame, end, message.bytes().length);
            end += message.bytes().length;
        }
        out.write(frame);
    }
}
