package tickertape.trading.store;

import java.util.Optional;
import tickertape.wire.Symbol;

/// Which orders of an account are asked for.
///
/// @param before only those with lower numbers
public record OrderQuery(String account, State state, Optional<Symbol> symbol, long before, int limit) {

    /// Whether open ones, or others.
    public enum State {
        OPEN,
        ENDED,
        ALL
    }
}
