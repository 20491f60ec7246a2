package tickertape.alerts.webhook;

import java.net.URI;
import java.util.List;

/// Sends one message, and waits for the answer.
@FunctionalInterface
interface Sender {

    /// What a receiver gets.
    ///
    /// @param timestamp in seconds since 1970
    /// @param signatures one for each secret that is good
    record Message(URI uri, String id, long timestamp, List<String> signatures, String body) {}

    /// Throws nothing that comes of the receiver.
    Answer send(Message message);
}
