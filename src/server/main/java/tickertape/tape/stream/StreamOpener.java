package tickertape.tape.stream;

import jakarta.json.bind.Jsonb;
import jakarta.servlet.AsyncContext;
import jakarta.ws.rs.sse.Sse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import tickertape.identity.Caller;
import tickertape.tape.ConflationPolicy;
import tickertape.tape.Position;
import tickertape.tape.Tape;
import tickertape.tape.delivery.Access;
import tickertape.tape.delivery.DeliveryPolicy;
import tickertape.tape.delivery.Subscriber;
import tickertape.tape.metrics.StreamCounter;
import tickertape.tape.metrics.StreamCounters;
import tickertape.tape.sse.GoodbyeReason;
import tickertape.tape.sse.SseWriter;
import tickertape.tape.sse.StreamCoding;
import tickertape.web.AcceptEncoding;
import tickertape.web.ClientAddress;
import tickertape.wire.Goodbye;

/// Opens streams: each request becomes a subscriber, or gets a goodbye with the reason. Safe for any thread.
final class StreamOpener {

    private final CallerTapes tapes;
    private final StreamHub hub;
    private final Admission admission;
    private final DeliveryPolicy policy;
    private final StreamCounters counters;
    private final Jsonb jsonb;
    private final ConflationPolicy conflation;
    private final StreamListeners listeners;
    private final RefusalPace pace;
    private final boolean compresses;

    StreamOpener(
            CallerTapes tapes,
            StreamHub hub,
            Admission admission,
            DeliveryPolicy policy,
            StreamCounters counters,
            Jsonb jsonb,
            ConflationPolicy conflation,
            boolean compresses,
            StreamListeners listeners) {
        this.tapes = tapes;
        this.hub = hub;
        this.admission = admission;
        this.policy = policy;
        this.counters = counters;
        this.jsonb = jsonb;
        this.conflation = conflation;
        this.listeners = listeners;
        this.pace = new RefusalPace(policy.nanoTime());
        this.compresses = compresses;
    }

    /// How a client gets its stream.
    ///
    /// @param accepted its `Accept-Encoding`
    StreamCoding coding(String accepted) {
        return compresses && AcceptEncoding.allowsGzip(accepted) ? StreamCoding.GZIP : StreamCoding.IDENTITY;
    }

    /// @param exchange whose response has its headers, and nothing else yet; it is completed in every case
    /// @param stillKnown whether the caller's credential is good at this moment
    void open(Sse sse, StreamRequest request, StreamCoding coding, AsyncContext exchange, BooleanSupplier stillKnown)
            throws IOException {
        var out = new SseWriter(exchange.getResponse().getOutputStream(), coding, jsonb);
        String address = ClientAddress.of(exchange.getRequest());
        Optional<String> account = request.caller().map(Caller::id);
        Tape tape = tapes.of(request.caller());
        Optional<Position> last = request.last(tape);
        try {
            if (!hub.isReady()) {
                // It does not know positions of the tape to come, and in a moment it will.
                Goodbye soon = policy.goodbye(GoodbyeReason.SHUTDOWN, 0);
                hub.execute(() -> refuse(StreamCounter.REFUSALS_SHUTDOWN, soon, last, out, exchange));
                return;
            }
            switch (admission.enter(address, account)) {
                case ADMITTED ->
                    admit(sse, request, tape, exchange, out, stillKnown, () -> admission.leave(address, account));
                case FULL -> {
                    Goodbye later = policy.goodbye(GoodbyeReason.LIMIT, pace.next());
                    wanted(() -> refuse(StreamCounter.REFUSALS_LIMIT, later, last, out, exchange));
                }
                case ADDRESS_FULL -> {
                    Goodbye later = policy.goodbye(GoodbyeReason.LIMIT, 0);
                    wanted(() -> refuse(StreamCounter.REFUSALS_ADDRESS_LIMIT, later, last, out, exchange));
                }
                case ACCOUNT_FULL -> {
                    Goodbye later = policy.goodbye(GoodbyeReason.LIMIT, 0);
                    wanted(() -> refuse(StreamCounter.REFUSALS_ACCOUNT_LIMIT, later, last, out, exchange));
                }
            }
        } catch (RejectedExecutionException goingDown) {
            // There are no other threads any more, and two lines do not have to wait for the client.
            Goodbye later = policy.goodbye(GoodbyeReason.SHUTDOWN, 0);
            refuse(StreamCounter.REFUSALS_SHUTDOWN, later, last, out, exchange);
        }
    }

    private void admit(
            Sse sse,
            StreamRequest request,
            Tape tape,
            AsyncContext exchange,
            SseWriter out,
            BooleanSupplier stillKnown,
            Runnable leave) {
        Optional<Position> ahead = hub.isShared() ? request.ahead(tape) : Optional.empty();
        if (ahead.isEmpty()) {
            join(
                    sse,
                    request,
                    tape,
                    exchange,
                    out,
                    stillKnown,
                    closed -> exchange.addListener(new CompletionListener(() -> {
                        closed.run();
                        leave.run();
                    })));
            return;
        }
        // At another server it was further by some milliseconds: a snapshot would be older than what it has.
        var completion = new LateCompletion();
        exchange.addListener(new CompletionListener(() -> {
            completion.run();
            leave.run();
        }));
        Goodbye away = policy.goodbye(GoodbyeReason.SHUTDOWN, 0);
        Runnable refusal = () -> refuse(StreamCounter.REFUSALS_SHUTDOWN, away, ahead, out, exchange);
        Runnable join = () -> join(sse, request, tape, exchange, out, stillKnown, completion::set);
        hub.catchUp(sse, caughtUp -> execute(caughtUp ? join : refusal, refusal, exchange));
    }

    private void execute(Runnable task, Runnable refusal, AsyncContext exchange) {
        try {
            hub.execute(() -> {
                try {
                    task.run();
                } catch (RejectedExecutionException goingDown) {
                    refusal.run();
                } catch (RuntimeException failure) {
                    exchange.complete();
                    throw failure;
                }
            });
        } catch (RejectedExecutionException goingDown) {
            refusal.run();
        }
    }

    /// @param completion takes what is due when the request has been completed
    private void join(
            Sse sse,
            StreamRequest request,
            Tape tape,
            AsyncContext exchange,
            SseWriter out,
            BooleanSupplier stillKnown,
            Consumer<Runnable> completion) {
        var cursor = request.cursor(tape, conflation);
        Access access = request.access(policy.clock().instant());
        var subscriber = new Subscriber(cursor, out, policy, request.throttle(), access, exchange::complete);
        Runnable closed = listeners.opened(request);
        completion.accept(() -> {
            hub.left(subscriber);
            closed.run();
        });
        // A session that ended since the request was looked at has ended the streams that were registered then.
        hub.join(sse, subscriber, () -> {
            if (request.caller().isPresent() && !stillKnown.getAsBoolean()) {
                subscriber.end(GoodbyeReason.EXPIRED);
            }
        });
    }

    /// Tells a client that its session has ended, by a stream that ends.
    ///
    /// @param sent all positions that it says it stopped at before
    void expire(List<Position> sent, StreamCoding coding, AsyncContext exchange) throws IOException {
        var out = new SseWriter(exchange.getResponse().getOutputStream(), coding, jsonb);
        Goodbye goodbye = policy.goodbye(GoodbyeReason.EXPIRED, 0);
        Runnable refusal = () -> refuse(StreamCounter.REFUSALS_EXPIRED, goodbye, tapes.last(sent), out, exchange);
        try {
            hub.execute(refusal);
        } catch (RejectedExecutionException goingDown) {
            refusal.run();
        }
    }

    private void wanted(Runnable refusal) {
        hub.placeIsWanted();
        hub.execute(refusal);
    }

    // Not by a status: a browser gives an EventSource up for good on 503, and comes back after a stream that ends.
    private void refuse(
            StreamCounter counter, Goodbye goodbye, Optional<Position> last, SseWriter out, AsyncContext exchange) {
        counters.add(counter, 1);
        try {
            counters.wrote(1, out.refusal(goodbye, last));
        } catch (IOException clientIsGone) {
            // Then it does not need the reason.
        } finally {
            exchange.complete();
        }
    }
}
