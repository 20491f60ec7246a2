package tickertape.trading;

import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tickertape.identity.Caller;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.WireName;
import tickertape.trading.store.OrderQuery;
import tickertape.trading.store.Outcome;
import tickertape.trading.store.Participant;
import tickertape.trading.store.Submission;
import tickertape.trading.store.TradingStore;
import tickertape.web.ProblemException;
import tickertape.web.rest.PageRequest;
import tickertape.wire.Symbol;

/// What owners do with their orders. Safe for any thread; throws `ProblemException`, and `DatabaseException` while the
/// database is away.
record Orders(Trading trading, TradingStore store, Waiting waiting, PlayerNames names) {

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
        return switch (trading.place(who, wanted.clOrdId(), wanted.terms()).await(Submission.PATIENCE)) {
            case Outcome.Placed(Order order, boolean isNew) -> new Placing(info(order), isNew);
            case Outcome.Refused(OrderReason reason) -> throw Refusals.of(reason);
            case Outcome.Changed _, Outcome.Unchanged _, Outcome.Unknown _, Outcome.Done _ ->
                throw new IllegalStateException("an order was not placed");
        };
    }

    OrderInfo cancel(String account, String id) {
        return switch (trading.cancel(account, OrderInfo.number(id)).await(Submission.PATIENCE)) {
            case Outcome.Changed(Order order) -> info(order);
            case Outcome.Unchanged(Order order) ->
                throw Refusals.of(
                        OrderReason.HAS_ENDED,
                        "the order has ended already: it is %s".formatted(WireName.of(order.status())));
            case Outcome.Refused(OrderReason reason) -> throw Refusals.of(reason);
            case Outcome.Unknown _, Outcome.Placed _, Outcome.Done _ -> throw unknown();
        };
    }

    private static ProblemException unknown() {
        return new ProblemException(Status.NOT_FOUND, "you have no such order");
    }
}
