package consumer;

import java.math.BigDecimal;
import tickertape.wire.Symbol;

/// A trade, as far as this service needs it: its own type for the topic `trade`.
public record Deal(Symbol symbol, BigDecimal price, BigDecimal size) {

    BigDecimal value() {
        return price.multiply(size);
    }
}
