package tickertape.client;

import jakarta.ws.rs.sse.InboundSseEvent;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.client.connection.Line;
import tickertape.client.connection.Loss;
import tickertape.client.connection.Setback;
import tickertape.tape.wire.Goodbye;
import tickertape.tape.wire.Hello;

/// What is said over one connection, from the hello to the goodbye; it hears one event at a time.
final class Conversation implements Line.Ear {

    /// Who leads it, and is told of its turns.
    interface Host {
        void greeted(Conversation conversation, Hello hello);

        /// It is over.
        ///
        /// @param asked how long the server asks to stay away; null where it has not said
        void ended(Conversation conversation, Loss loss, @Nullable Duration asked);
    }

    private final Decoder decoder;
    private final Mailbox mailbox;
    private final Runnable news;
    private final Host host;
    // The source hears on one thread; the end can come from another one.
    private volatile @Nullable Duration retry;
    private volatile @Nullable Loss farewell;

    /// @param news called when there is something new in the mailbox
    Conversation(Decoder decoder, Mailbox mailbox, Runnable news, Host host) {
        this.decoder = decoder;
        this.mailbox = mailbox;
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

    private boolean take(@Nullable String id, Optional<Message> message) {
        boolean taken = mailbox.put(this, id, message);
        if (taken && message.isPresent()) {
            news.run();
        }
        return taken;
    }

    private void hello(String data) {
        try {
            Hello hello = decoder.read(data, Hello.class);
            var connected = new Report.Connected(Report.Continuity.of(hello.resume()), hello);
            if (take(null, Optional.of(new Message.Reported(connected)))) {
                host.greeted(this, hello);
            }
        } catch (RuntimeException fault) {
            take(null, Optional.of(Decoder.unreadable("hello", data, fault)));
        }
    }

    private void goodbye(String data) {
        try {
            Goodbye goodbye = decoder.read(data, Goodbye.class);
            Setback setback = goodbye.reason().equals("limit") ? Setback.LIMIT : Setback.GOODBYE;
            farewell = new Loss(setback, goodbye.reason(), Duration.ofMillis(goodbye.retry()));
        } catch (RuntimeException fault) {
            farewell = new Loss(Setback.GOODBYE, "unreadable: " + data, retry);
        }
    }

    @Override
    public void ended(Loss loss) {
        Loss said = farewell;
        Loss reason = said == null ? loss : said;
        host.ended(this, reason, reason.asked() == null ? retry : reason.asked());
    }
}
