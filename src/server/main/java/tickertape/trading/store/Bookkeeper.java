package tickertape.trading.store;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tickertape.store.Database;
import tickertape.store.DatabaseException;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Season;
import tickertape.trading.ledger.Settlement;
import tickertape.trading.matching.Match;
import tickertape.trading.order.Order;
import tickertape.trading.order.OrderReason;
import tickertape.trading.order.OrderTerms;

/// Does commands, all of a list in one transaction. Safe for any thread: the database lets in one after the other.
final class Bookkeeper {

    private final Database database;
    private final HoldingsTable holdingsTable;
    private final SeasonEnd seasonEnd;
    private final InstantSource clock;
    private final BigDecimal cash;
    private final int ordersPerUser;

    private final GoneAccounts gone = new GoneAccounts(TradingWorker.CAPACITY);

    /// What a transaction has come to.
    ///
    /// @param outcomes of the commands, in their order
    /// @param changes empty if there is nothing new
    record Written(List<Outcome> outcomes, Optional<Changes> changes) {}

    /// @param cash what a player begins with
    Bookkeeper(Database database, InstantSource clock, BigDecimal cash, int ordersPerUser) {
        this.database = database;
        this.holdingsTable = new HoldingsTable(database.dialect());
        this.seasonEnd = new SeasonEnd(database, holdingsTable);
        this.clock = clock;
        this.cash = cash;
        this.ordersPerUser = ordersPerUser;
    }

    /// Throws `DatabaseException`; even then it may have been written.
    Written write(List<Command> commands) {
        Instant now = clock.instant();
        Optional<Written> written = tryWrite(commands, now);
        while (written.isEmpty()) {
            var _ = seasonEnd.step(BookState.Next.NONE, now);
            written = tryWrite(commands, now);
        }
        return written.get();
    }

    /// Returns nothing while the season ends.
    private Optional<Written> tryWrite(List<Command> commands, Instant now) {
        return database.transaction(connection -> {
            BookState state = StateTable.lock(connection);
            if (state.isEnding()) {
                return Optional.empty();
            }
            var set = new WorkingSet(state, holdingsTable);
            set.read(connection, commands);
            var outcomes = new ArrayList<Outcome>();
            for (Command command : commands) {
                outcomes.add(apply(set, command, now));
            }
            if (!set.isChanged()) {
                return Optional.of(new Written(outcomes, Optional.empty()));
            }
            set.write(connection, set.state);
            return Optional.of(new Written(outcomes, Optional.of(set.changes())));
        });
    }

    /// Takes a step from the season in the books to another one, in which everybody starts anew.
    ///
    /// @return false if it is there
    boolean approach(Season season) {
        return seasonEnd.step(new BookState.Next(season.name(), season.begin()), clock.instant());
    }

    /// Ends the open orders of an account that is gone, and forgets its name. Throws `DatabaseException`.
    void forget(String account) {
        gone.add(account);
        try {
            withdrawAll(account);
        } catch (DatabaseException failed) {
            gone.remove(account);
            throw failed;
        }
    }

    private void withdrawAll(String account) {
        Instant now = clock.instant();
        var _ = database.transaction(connection -> {
            var set = new WorkingSet(StateTable.lock(connection), holdingsTable);
            for (Player player : PlayerTable.ofAccounts(connection, List.of(account))) {
                set.readHoldings(connection, List.of(player.number()));
                withdraw(
                        connection,
                        set,
                        OrderTable.openOf(connection, player.number()),
                        OrderReason.ACCOUNT_DELETED,
                        now);
                set.put(new Player(player.number(), "gone:" + player.number(), "", true));
                Holdings left = set.holdings(player.number());
                if (left != null) {
                    set.put(left);
                }
            }
            set.write(connection, set.state);
            return true;
        });
    }

    static void withdraw(Connection connection, WorkingSet set, List<Order> orders, OrderReason reason, Instant now)
            throws SQLException {
        orders.forEach(set::know);
        set.readHoldings(
                connection, orders.stream().map(Order::player).distinct().toList());
        orders.forEach(order -> end(set, order.id(), open -> open.canceled(reason, now)));
    }

    private Outcome apply(WorkingSet set, Command command, Instant now) {
        return switch (command) {
            case Command.Place place -> place(set, place, now);
            case Command.BuyIn buyIn -> BuyIns.place(set, buyIn, now);
            case Command.Cancel(String account, long id) -> cancel(set, account, id, now);
            case Command.Rename(String account, String name) -> set.rename(account, name);
            case Command.Apply(var match) -> match(set, match, now);
            case Command.Expire(long id, var reason) -> end(set, id, open -> open.expired(reason, now));
            case Command.Withdraw(long id, var reason) -> end(set, id, open -> open.canceled(reason, now));
        };
    }

    private Outcome place(WorkingSet set, Command.Place place, Instant now) {
        if (gone.contains(place.who().account())) {
            return new Outcome.Refused(OrderReason.ACCOUNT_DELETED);
        }
        Player player = set.player(place.who().account());
        Order before = player == null ? null : set.order(player.number(), place.clOrdId());
        if (before != null) {
            return before.terms().equals(place.terms())
                    ? new Outcome.Placed(before, false)
                    : new Outcome.Refused(OrderReason.OTHER_CONTENT);
        }
        if (place.refusal() != OrderReason.NONE) {
            return new Outcome.Refused(place.refusal());
        }
        Holdings holdings = player == null ? null : set.holdings(player.number());
        Holdings there = holdings == null ? Holdings.begin(0, cash, now) : holdings;
        if (there.openOrders() >= ordersPerUser) {
            return new Outcome.Refused(OrderReason.TOO_MANY_ORDERS);
        }
        OrderTerms terms = place.terms();
        Order order = Order.placed(
                        set.state.season(),
                        place.clOrdId(),
                        terms,
                        there.position(terms.symbol()).effect(terms.side()),
                        place.reservePx(),
                        now,
                        place.expires())
                .at(set.revision());
        OrderReason objection = there.objection(order, place.mayShort());
        if (objection != OrderReason.NONE) {
            return new Outcome.Refused(objection);
        }
        Player owner = player == null
                ? set.newPlayer(place.who().account(), place.who().name())
                : player;
        if (!owner.name().equals(place.who().name())) {
            set.put(new Player(owner.number(), owner.account(), place.who().name(), false));
        }
        if (holdings == null) {
            there = Holdings.begin(owner.number(), cash, now);
            set.add(Settlement.deposit(set.nextPosting(), owner.number(), cash));
        }
        Order placed = order.of(owner.number(), set.nextOrder());
        set.add(placed);
        set.put(there.reserving(placed));
        return new Outcome.Placed(placed, true);
    }

    private static Outcome cancel(WorkingSet set, String account, long id, Instant now) {
        Order order = set.order(id);
        Player player = set.player(account);
        if (order == null || player == null || player.number() != order.player()) {
            return new Outcome.Unknown();
        }
        return order.isBuyIn() && order.isOpen()
                ? new Outcome.Refused(OrderReason.BUY_IN)
                : end(set, id, open -> open.canceled(OrderReason.USER_REQUEST, now));
    }

    private static Outcome match(WorkingSet set, Match match, Instant now) {
        Order order = set.order(match.order().id());
        if (order == null) {
            return new Outcome.Unknown();
        }
        // Somebody else was faster: another server, or its owner.
        if (!order.isOpen()
                || order.cumQty() != match.order().cumQty()
                || order.isTriggered() != match.order().isTriggered()) {
            return new Outcome.Unchanged(order);
        }
        return switch (match) {
            case Match.Unfilled _ -> new Outcome.Changed(set.put(order.unfilled()));
            case Match.Trigger _ -> new Outcome.Changed(set.put(order.triggered(now)));
            case Match.Trade(var _, long qty, BigDecimal px) ->
                settle(
                        set,
                        Settlement.trade(order, holdings(set, order), qty, px, set.nextPosting(), now, set.revision()));
        };
    }

    static Outcome end(WorkingSet set, long id, Function<Order, Order> change) {
        @Nullable Order order = set.order(id);
        if (order == null) {
            return new Outcome.Unknown();
        }
        return order.isOpen()
                ? settle(set, Settlement.end(order, change.apply(order), holdings(set, order)))
                : new Outcome.Unchanged(order);
    }

    static Holdings holdings(WorkingSet set, Order order) {
        Holdings holdings = set.holdings(order.player());
        if (holdings == null) {
            throw new IllegalStateException("player %s of order %s has nothing".formatted(order.player(), order.id()));
        }
        return holdings;
    }

    private static Outcome settle(WorkingSet set, Settlement settlement) {
        settlement.posting().ifPresent(set::add);
        settlement.fill().ifPresent(set::add);
        set.put(settlement.holdings());
        return new Outcome.Changed(set.put(settlement.order()));
    }
}
