package tickertape.client;

import jakarta.ws.rs.sse.InboundSseEvent;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.client.connection.Connection;
import tickertape.client.connection.ConnectionEnd;
import tickertape.client.connection.OfflineReason;
import tickertape.wire.Goodbye;
import tickertape.wire.Hello;

/// What is said over one connection, from the hello to the goodbye; it hears one event at a time.
final class Session implements Connection.Listener {

    /// Who leads it, and is told of its turns.
    interface Listener {
        void greeted(Session session, Hello hello);

        /// It is over.
        ///
        /// @param asked how long the server asks to stay away; null where it has not said
        void ended(Session session, ConnectionEnd end, @Nullable Duration asked);
    }

    private final Decoder decoder;
    private final MessageBuffer buffer;
    private final Runnable news;
    private final Listener host;
    // The source hears on one thread; the end can come from another one.
    private volatile @Nullable Duration retry;
    private volatile @Nullable ConnectionEnd farewell;

    /// @param news called when there is something new in the buffer
    Session(Decoder decoder, MessageBuffer buffer, Runnable news, Listener host) {
        this.decoder = decoder;
        this.buffer = buffer;
        this.news = news;
        this.host = host;
    }

    @Override
    public void heard(InboundSseEvent event) {
        if (event.isReconnectDelaySet()) {
            retry = Duration.ofMillis(event.getReconnectDelay());
        }
        String name = event.getName() == null ? "message" : event.getName();
        String data = event.readData();
        switch (name) {
            case "hello" -> hello(data);
            case "goodbye" -> goodbye(data);
            default -> take(event.getId(), decoder.message(name, data));
        }
    }

    private boolean take(@Nullable String id, Optional<StreamMessage> message) {
        boolean taken = buffer.put(this, id, message);
        if (taken && message.isPresent()) {
            news.run();
        }
        return taken;
    }

    private void hello(String data) {
        try {
            Hello hello = decoder.read(data, Hello.class);
            var connected = new Report.Connected(Report.Continuity.of(hello.resume()), hello);
            if (take(null, Optional.of(new StreamMessage.Reported(connected)))) {
                host.greeted(this, hello);
            }
        } catch (RuntimeException fault) {
            take(null, Optional.of(Decoder.unreadable("hello", data, fault)));
        }
    }

    private void goodbye(String data) {
        try {
            Goodbye goodbye = decoder.read(data, Goodbye.class);
            OfflineReason reason = goodbye.reason().equals("limit") ? OfflineReason.LIMIT : OfflineReason.GOODBYE;
            farewell = new ConnectionEnd(reason, goodbye.reason(), Duration.ofMillis(goodbye.retry()));
        } catch (RuntimeException fault) {
            farewell = new ConnectionEnd(OfflineReason.GOODBYE, "unreadable: " + data, retry);
        }
    }

    @Override
    public void ended(ConnectionEnd end) {
        ConnectionEnd said = farewell;
        ConnectionEnd reason = said == null ? end : said;
        host.ended(this, reason, reason.retryAfter() == null ? retry : reason.retryAfter());
    }
}
