package tickertape.tape.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.servlet.AsyncContext;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperties;
import tickertape.tape.Tape;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.wire.GoodbyeReason;
import tickertape.tape.wire.SseWriter;

/// Lets clients in: each becomes a subscriber, or is told why not.
@ApplicationScoped
public class StreamOpener {

    @Inject
    Tape tape;

    @Inject
    StreamHub broadcast;

    @Inject
    Admission admission;

    @Inject
    DeliveryPolicy terms;

    @Inject
    StreamCounters ledger;

    @Inject
    Jsonb jsonb;

    @Inject
    @ConfigProperties(prefix = "stream")
    StreamSettings settings;

    /// @param exchange whose response has its headers, and nothing else yet; it is completed in every case
    void open(Sse sse, StreamRequest subscription, AsyncContext exchange) throws IOException {
        var out = new SseWriter(exchange.getResponse().getOutputStream(), jsonb);
        String address = exchange.getRequest().getRemoteAddr();
        try {
            switch (admission.enter(address)) {
                case WELCOME -> admit(sse, subscription, exchange, out, address);
                case FULL ->
                    broadcast.start(() -> refuse(StreamCounter.REFUSALS_LIMIT, GoodbyeReason.LIMIT, out, exchange));
                case TOO_MANY_FROM_THERE ->
                    broadcast.start(
                            () -> refuse(StreamCounter.REFUSALS_ADDRESS_LIMIT, GoodbyeReason.LIMIT, out, exchange));
            }
        } catch (RejectedExecutionException goingDown) {
            // There are no other threads any more, and two lines wait for nobody.
            refuse(StreamCounter.REFUSALS_SHUTDOWN, GoodbyeReason.SHUTDOWN, out, exchange);
        }
    }

    private void admit(Sse sse, StreamRequest subscription, AsyncContext exchange, SseWriter out, String address) {
        var cursor = subscription.cursor(tape, settings.patience());
        var subscriber = new Subscriber(cursor, out, terms, subscription.throttle(), exchange::complete);
        exchange.addListener(new CompletionListener(() -> {
            broadcast.left(subscriber);
            admission.leave(address);
        }));
        broadcast.join(sse, subscriber);
    }

    // Not by a status: a browser gives an EventSource up for good on 503, and comes back after a stream that ends.
    private void refuse(StreamCounter counted, GoodbyeReason reason, SseWriter out, AsyncContext exchange) {
        ledger.add(counted, 1);
        try {
            ledger.wrote(1, out.refusal(terms.goodbye(reason)));
        } catch (IOException clientIsGone) {
            // Then it need not be told.
        } finally {
            exchange.complete();
        }
    }
}
