package tickertape.trading.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tickertape.trading.ledger.Fill;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.ledger.Posting;
import tickertape.trading.order.Order;
import tickertape.wire.Symbol;

/// What the commands of one transaction are about, as it is in the database, and then as it is to be.
final class WorkingSet {

    final BookState state;
    private final HoldingsTable holdingsTable;
    private final Map<String, Player> players = new HashMap<>();
    private final Map<Long, Order> orders = new HashMap<>();
    private final Map<OrderName, Order> byName = new HashMap<>();
    private final Map<Long, Holdings> holdings = new HashMap<>();
    private final Map<Long, Holdings> before = new HashMap<>();

    private final Set<Player> changedPlayers = new HashSet<>();
    private final Map<Long, Holdings> changedHoldings = new LinkedHashMap<>();
    private final Set<Long> newOrders = new HashSet<>();
    private final Map<Long, Order> changedOrders = new LinkedHashMap<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Posting> postings = new ArrayList<>();
    private long order;
    private long posting;
    private long player;

    WorkingSet(BookState state, HoldingsTable holdingsTable) {
        this.state = state;
        this.holdingsTable = holdingsTable;
        order = state.order();
        posting = state.posting();
        player = state.player();
    }

    void read(Connection connection, List<Command> commands) throws SQLException {
        var accounts = new HashSet<String>();
        var placed = new ArrayList<Command.Place>();
        var ids = new HashSet<Long>();
        var owing = new HashSet<Long>();
        for (Command command : commands) {
            switch (command) {
                case Command.Place place -> {
                    accounts.add(place.who().account());
                    placed.add(place);
                }
                case Command.BuyIn(long number, var _, var _) -> owing.add(number);
                case Command.Cancel(String account, long id) -> {
                    accounts.add(account);
                    ids.add(id);
                }
                case Command.Rename(String account, var _) -> accounts.add(account);
                case Command.Apply(var match) -> ids.add(match.order().id());
                case Command.Expire(long id, var _) -> ids.add(id);
                case Command.Withdraw(long id, var _) -> ids.add(id);
            }
        }
        if (!accounts.isEmpty()) {
            PlayerTable.ofAccounts(connection, accounts).forEach(each -> players.put(each.account(), each));
        }
        Set<Long> numbers = players.values().stream().map(Player::number).collect(Collectors.toSet());
        OrderTable.named(connection, names(placed)).forEach(this::know);
        OrderTable.ofIds(connection, ids).forEach(this::know);
        ids.stream().map(orders::get).filter(each -> each != null).forEach(each -> numbers.add(each.player()));
        for (long number : owing) {
            OrderTable.openOf(connection, number).forEach(this::know);
        }
        numbers.addAll(owing);
        readHoldings(connection, numbers);
    }

    /// Who has never placed one has no names.
    private List<OrderName> names(List<Command.Place> placed) {
        var names = new ArrayList<OrderName>();
        for (Command.Place place : placed) {
            Player known = players.get(place.who().account());
            if (known != null) {
                names.add(new OrderName(known.number(), place.clOrdId()));
            }
        }
        return names;
    }

    void readHoldings(Connection connection, Collection<Long> numbers) throws SQLException {
        before.putAll(holdingsTable.of(connection, state.season(), numbers));
        holdings.putAll(before);
    }

    void know(Order known) {
        orders.put(known.id(), known);
        byName.put(new OrderName(known.player(), known.clOrdId()), known);
    }

    @Nullable
    Player player(String account) {
        return players.get(account);
    }

    Player newPlayer(String account, String name) {
        player++;
        var added = new Player(player, account, name, false);
        put(added);
        return added;
    }

    void put(Player changed) {
        players.put(changed.account(), changed);
        changedPlayers.removeIf(each -> each.number() == changed.number());
        changedPlayers.add(changed);
    }

    /// Gives a player another name; other servers notice by the holdings.
    Outcome rename(String account, String name) {
        @Nullable Player known = players.get(account);
        if (known != null && !known.name().equals(name)) {
            put(new Player(known.number(), account, name, known.isGone()));
            @Nullable Holdings has = holdings.get(known.number());
            if (has != null) {
                put(has);
            }
        }
        return new Outcome.Done();
    }

    @Nullable
    Order order(long id) {
        return orders.get(id);
    }

    @Nullable
    Order order(long owner, String clOrdId) {
        return byName.get(new OrderName(owner, clOrdId));
    }

    /// The open orders of a player in a symbol, where all of the player's were read.
    List<Order> open(long owner, Symbol symbol) {
        return orders.values().stream()
                .filter(each -> each.isOpen() && each.player() == owner)
                .filter(each -> each.terms().symbol().equals(symbol))
                .toList();
    }

    Position position(long owner, Symbol symbol) {
        Holdings has = holdings.get(owner);
        return has == null ? Position.NONE : has.position(symbol);
    }

    @Nullable
    Holdings holdings(long owner) {
        return holdings.get(owner);
    }

    long nextOrder() {
        return ++order;
    }

    long nextPosting() {
        return ++posting;
    }

    /// The revision of this transaction.
    long revision() {
        return state.revision() + 1;
    }

    void add(Order added) {
        newOrders.add(added.id());
        put(added);
    }

    Order put(Order changed) {
        Order now = changed.at(revision());
        know(now);
        changedOrders.put(now.id(), now);
        return now;
    }

    void put(Holdings changed) {
        holdings.put(changed.player(), changed);
        changedHoldings.put(changed.player(), changed);
    }

    void add(Posting added) {
        postings.add(added);
    }

    void add(Fill added) {
        fills.add(added);
    }

    boolean isChanged() {
        return !(changedPlayers.isEmpty()
                && changedHoldings.isEmpty()
                && changedOrders.isEmpty()
                && postings.isEmpty());
    }

    /// Writes all that has changed.
    ///
    /// @param next where the books are then, but for the numbers
    void write(Connection connection, BookState next) throws SQLException {
        if (!changedPlayers.isEmpty()) {
            PlayerTable.write(connection, changedPlayers);
        }
        if (!changedHoldings.isEmpty()) {
            holdingsTable.write(connection, state.season(), changedHoldings.values(), before, revision());
        }
        Map<Boolean, List<Order>> written = changedOrders.values().stream()
                .collect(Collectors.partitioningBy(each -> newOrders.contains(each.id())));
        if (!written.getOrDefault(true, List.of()).isEmpty()) {
            OrderTable.insert(connection, written.getOrDefault(true, List.of()));
        }
        if (!written.getOrDefault(false, List.of()).isEmpty()) {
            OrderTable.update(connection, written.getOrDefault(false, List.of()));
        }
        if (!postings.isEmpty()) {
            FillTable.insert(connection, fills);
            FillTable.insert(connection, state.season(), postings);
        }
        StateTable.write(connection, next.counting(order, posting, player));
    }

    Changes changes() {
        return new Changes(
                revision(),
                false,
                state.season(),
                state.seasonBegin(),
                List.copyOf(changedPlayers),
                List.copyOf(changedHoldings.values()),
                List.copyOf(changedOrders.values()),
                List.copyOf(fills));
    }
}
