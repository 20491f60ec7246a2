package tickertape.client;

import jakarta.ws.rs.sse.InboundSseEvent;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tickertape.client.connection.Connection;
import tickertape.client.connection.ConnectionEnd;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Goodbye;
import tickertape.wire.Hello;
import tickertape.wire.TopicInfo;

/// Reads the events of one connection, from the hello to the goodbye, one event at a time.
final class Session implements Connection.Listener {

    /// Learns when a session begins and ends.
    interface Listener {
        void greeted(Session session, Hello hello);

        /// The session is over, and its connection is of no more use.
        ///
        /// @param retryAfter how long the server asks to stay away; null if it has not said
        void ended(Session session, ConnectionEnd end, @Nullable Duration retryAfter);
    }

    private final Decoder decoder;
    private final MessageBuffer buffer;
    private final Runnable wakeup;
    private final Listener listener;
    // Events come on one thread; the end can come on another.
    private volatile Map<String, TopicInfo> announced = Map.of();
    private volatile @Nullable Duration retry;
    private volatile @Nullable ConnectionEnd goodbye;

    /// @param wakeup called when there is something new in the buffer
    Session(Decoder decoder, MessageBuffer buffer, Runnable wakeup, Listener listener) {
        this.decoder = decoder;
        this.buffer = buffer;
        this.wakeup = wakeup;
        this.listener = listener;
    }

    @Override
    public void received(InboundSseEvent event) {
        if (event.isReconnectDelaySet()) {
            retry = Duration.ofMillis(event.getReconnectDelay());
        }
        String name = event.getName() == null ? "message" : event.getName();
        String data = event.readData();
        switch (name) {
            case "hello" -> hello(data);
            case "goodbye" -> goodbye(data);
            case "gap" -> take(event.getId(), Optional.of(decoder.gap(data)));
            default -> take(event.getId(), decoder.message(name, data, announced.get(name)));
        }
    }

    private boolean take(@Nullable String id, Optional<QueuedMessage> message) {
        return switch (buffer.put(this, id, message)) {
            case TAKEN -> {
                if (message.isPresent()) {
                    wakeup.run();
                }
                yield true;
            }
            case IGNORED -> false;
            case PIECE_MISSING -> {
                String detail = "a piece is missing before "
                        + message.map(QueuedMessage::message).orElseThrow();
                listener.ended(this, new ConnectionEnd(OfflineReason.PIECE_MISSING, detail, null), retry);
                yield false;
            }
        };
    }

    private void hello(String data) {
        try {
            Hello hello = decoder.read(data, Hello.class);
            announced = hello.topics().stream()
                    .collect(Collectors.toMap(TopicInfo::name, Function.identity(), (first, second) -> second));
            var connected = new Report.Connected(Report.Continuity.of(hello.resume()), hello);
            if (take(null, Optional.of(QueuedMessage.of(connected)))) {
                listener.greeted(this, hello);
            }
        } catch (RuntimeException fault) {
            take(null, Optional.of(QueuedMessage.of(Decoder.unreadable("hello", data, fault))));
        }
    }

    private void goodbye(String data) {
        try {
            Goodbye said = decoder.read(data, Goodbye.class);
            OfflineReason reason = said.reason().equals("limit") ? OfflineReason.LIMIT : OfflineReason.GOODBYE;
            goodbye = new ConnectionEnd(reason, said.reason(), Duration.ofMillis(said.retry()));
        } catch (RuntimeException fault) {
            goodbye = new ConnectionEnd(OfflineReason.GOODBYE, "unreadable: " + data, retry);
        }
    }

    @Override
    public void ended(ConnectionEnd end) {
        ConnectionEnd announcedEnd = goodbye;
        ConnectionEnd reason = announcedEnd == null ? end : announcedEnd;
        listener.ended(this, reason, reason.retryAfter() == null ? retry : reason.retryAfter());
    }
}
