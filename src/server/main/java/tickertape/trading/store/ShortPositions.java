package tickertape.trading.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tickertape.trading.ledger.Holdings;
import tickertape.trading.ledger.Position;
import tickertape.trading.order.Order;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Who owes shares, and whose have become too dear. One thread uses it.
final class ShortPositions {

    private final Map<Symbol, Map<Long, Position>> owed = new HashMap<>();

    /// Those that are bought in already.
    private final Set<Key> underWay = new HashSet<>();

    /// The position of a player in a symbol.
    private record Key(long player, Symbol symbol) {}

    void take(Changes changes) {
        if (changes.isWhole()) {
            owed.clear();
            underWay.clear();
        }
        changes.holdings().forEach(this::put);
        changes.orders().stream().filter(Order::isBuyIn).forEach(this::put);
    }

    private void put(Holdings holdings) {
        holdings.positions().forEach((symbol, position) -> {
            if (position.isShort()) {
                owed.computeIfAbsent(symbol, _ -> new HashMap<>()).put(holdings.player(), position);
            } else if (owed.containsKey(symbol)) {
                owed.get(symbol).remove(holdings.player());
            }
        });
    }

    private void put(Order order) {
        var key = new Key(order.player(), order.terms().symbol());
        var _ = order.isOpen() ? underWay.add(key) : underWay.remove(key);
    }

    /// What is to be bought in at a quote.
    List<Command> due(Quote quote) {
        if (quote.status() != QuoteStatus.TRADING) {
            return List.of();
        }
        Symbol symbol = quote.symbol();
        return owed.getOrDefault(symbol, Map.of()).entrySet().stream()
                .filter(each -> each.getValue().isTooDear(quote.last()))
                .filter(each -> !underWay.contains(new Key(each.getKey(), symbol)))
                .<Command>map(each -> new Command.BuyIn(each.getKey(), symbol, quote.last()))
                .toList();
    }
}
