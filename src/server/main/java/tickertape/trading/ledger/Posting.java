package tickertape.trading.ledger;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tickertape.wire.Symbol;

/// What is moved at once between players: of each asset, as much goes as comes. One that does not balance can't be
/// made.
///
/// @param number of its own; numbers rise
public record Posting(long number, List<Entry> entries) {

    /// The player that stands for the market: it has whatever the others have not.
    public static final long MARKET = 0;

    /// The asset of cash.
    public static final String CASH = "";

    public Posting {
        entries = List.copyOf(entries);
        Map<String, BigDecimal> sums = new HashMap<>();
        entries.forEach(entry -> sums.merge(entry.asset(), entry.amount(), BigDecimal::add));
        sums.forEach((asset, sum) -> {
            if (sum.signum() != 0) {
                throw new IllegalArgumentException(
                        "posting %s has %s of '%s' too much".formatted(number, sum.toPlainString(), asset));
            }
        });
    }

    /// The play money that a player begins with.
    static Posting deposit(long number, long player, BigDecimal cash) {
        return new Posting(number, List.of(new Entry(player, CASH, cash), new Entry(MARKET, CASH, cash.negate())));
    }

    /// Shares against money.
    ///
    /// @param shares that come to the player; below zero if they go
    /// @param cash the same of money
    static Posting trade(long number, long player, Symbol symbol, long shares, BigDecimal cash) {
        BigDecimal qty = BigDecimal.valueOf(shares);
        return new Posting(
                number,
                List.of(
                        new Entry(player, CASH, cash),
                        new Entry(MARKET, CASH, cash.negate()),
                        new Entry(player, symbol.text(), qty),
                        new Entry(MARKET, symbol.text(), qty.negate())));
    }
}
