package tickertape.trading;

import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.WireName;
import tickertape.trading.store.OrderQuery;
import tickertape.trading.store.Outcome;
import tickertape.trading.store.Participant;
import tickertape.trading.store.TradingStore;
import tickertape.web.ProblemException;
import tickertape.web.rest.PageRequest;
import tickertape.wire.Symbol;

/// What owners do with their orders. Safe for any thread; throws `ProblemException`, and `DatabaseException` while the
/// database is away.
record Orders(Trading trading, TradingStore store, Waiting waiting, PlayerNames names) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int RETRY_SECONDS = 5;
    private static final int USUAL = 100;
    private static final int MOST = 1_000;

    /// An order that was placed.
    ///
    /// @param isNew whether just now
    record Placing(OrderInfo order, boolean isNew) {}

    List<OrderInfo> page(
            String account,
            @Nullable String state,
            @Nullable String symbol,
            @Nullable String limit,
            @Nullable String before) {
        var query = new OrderQuery(
                account,
                state == null ? OrderQuery.State.ALL : state(state),
                Optional.ofNullable(symbol).map(Orders::symbol),
                before == null ? Long.MAX_VALUE : existing(before),
                PageRequest.limit(limit, USUAL, MOST));
        return store.orders(query).stream().map(this::info).toList();
    }

    private static OrderQuery.State state(String text) {
        try {
            return WireName.find(OrderQuery.State.class, "state", text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static Symbol symbol(String text) {
        try {
            return new Symbol(text);
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    static long existing(String before) {
        long number = OrderInfo.number(before);
        if (number < 0) {
            throw new ProblemException(
                    Status.BAD_REQUEST, "before is an id such as %s".formatted(OrderInfo.text(4711)));
        }
        return number;
    }

    OrderInfo one(String account, String id) {
        return info(store.order(account, OrderInfo.number(id)).orElseThrow(Orders::unknown));
    }

    OrderInfo info(Order order) {
        return OrderInfo.of(order, waiting.of(order));
    }

    Placing place(Caller caller, NewOrder wanted) {
        var who = new Participant(caller.id(), names.shown(caller));
        return switch (await(trading.place(who, wanted.clOrdId(), wanted.terms()))) {
            case Outcome.Placed(Order order, boolean isNew) -> new Placing(info(order), isNew);
            case Outcome.Refused(OrderReason reason) -> throw Refusals.of(reason);
            case Outcome.Changed _, Outcome.Unchanged _, Outcome.Unknown _ ->
                throw new IllegalStateException("an order was not placed");
        };
    }

    OrderInfo cancel(String account, String id) {
        return switch (await(trading.cancel(account, OrderInfo.number(id)))) {
            case Outcome.Changed(Order order) -> info(order);
            case Outcome.Unchanged(Order order) ->
                throw Refusals.of(
                        OrderReason.HAS_ENDED,
                        "the order has ended already: it is %s".formatted(WireName.of(order.status())));
            case Outcome.Refused(OrderReason reason) -> throw Refusals.of(reason);
            case Outcome.Unknown _, Outcome.Placed _ -> throw unknown();
        };
    }

    private static Outcome await(CompletableFuture<Outcome> outcome) {
        try {
            return outcome.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof ProblemException refused) {
                throw refused;
            }
            throw inDoubt();
        } catch (TimeoutException away) {
            throw inDoubt();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw ProblemException.unavailable("the server ends", RETRY_SECONDS);
        }
    }

    private static ProblemException inDoubt() {
        return ProblemException.unavailable(
                "nobody knows yet whether it was booked: send it again with the same clOrdId", RETRY_SECONDS);
    }

    private static ProblemException unknown() {
        return new ProblemException(Status.NOT_FOUND, "you have no such order");
    }
}
