package tickertape.tape.stream;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.AsyncContext;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Tape;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.tape.sse.SseWriter;

/// Opens streams: each request becomes a subscriber, or gets a goodbye with the reason. Safe for any thread.
final class StreamOpener {

    private final Tape tape;
    private final StreamHub hub;
    private final Admission admission;
    private final DeliveryPolicy policy;
    private final StreamCounters counters;
    private final Jsonb jsonb;
    private final ConflationPolicy conflation;

    StreamOpener(
            Tape tape,
            StreamHub hub,
            Admission admission,
            DeliveryPolicy policy,
            StreamCounters counters,
            Jsonb jsonb,
            ConflationPolicy conflation) {
        this.tape = tape;
        this.hub = hub;
        this.admission = admission;
        this.policy = policy;
        this.counters = counters;
        this.jsonb = jsonb;
        this.conflation = conflation;
    }

    /// @param exchange whose response has its headers, and nothing else yet; it is completed in every case
    void open(Sse sse, StreamRequest request, AsyncContext exchange) throws IOException {
        var out = new SseWriter(exchange.getResponse().getOutputStream(), jsonb);
        String address = exchange.getRequest().getRemoteAddr();
        try {
            switch (admission.enter(address)) {
                case ADMITTED -> admit(sse, request, exchange, out, address);
                case FULL ->
                    hub.execute(() -> refuse(StreamCounter.REFUSALS_LIMIT, GoodbyeReason.LIMIT, out, exchange));
                case ADDRESS_FULL ->
                    hub.execute(() -> refuse(StreamCounter.REFUSALS_ADDRESS_LIMIT, GoodbyeReason.LIMIT, out, exchange));
            }
        } catch (RejectedExecutionException goingDown) {
            // There are no other threads any more, and two lines do not have to wait for the client.
            refuse(StreamCounter.REFUSALS_SHUTDOWN, GoodbyeReason.SHUTDOWN, out, exchange);
        }
    }

    private void admit(Sse sse, StreamRequest request, AsyncContext exchange, SseWriter out, String address) {
        var cursor = request.cursor(tape, conflation);
        var subscriber = new Subscriber(cursor, out, policy, request.throttle(), exchange::complete);
        exchange.addListener(new CompletionListener(() -> {
            hub.left(subscriber);
            admission.leave(address);
        }));
        hub.join(sse, subscriber);
    }

    // Not by a status: a browser gives an EventSource up for good on 503, and comes back after a stream that ends.
    private void refuse(StreamCounter counter, GoodbyeReason reason, SseWriter out, AsyncContext exchange) {
        counters.add(counter, 1);
        try {
            counters.wrote(1, out.refusal(policy.goodbye(reason)));
        } catch (IOException clientIsGone) {
            // Then it does not need the reason.
        } finally {
            exchange.complete();
        }
    }
}
