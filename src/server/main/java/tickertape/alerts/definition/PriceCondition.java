package tickertape.alerts.definition;

import java.math.BigDecimal;

/// A price has come to a level, or beyond it.
///
/// @param of which of the prices of a quote
/// @param direction where it comes to: `UP` is at or above the level, `DOWN` at or below
/// @param price the level
public record PriceCondition(PriceKind of, Direction direction, BigDecimal price) implements Condition {

    public PriceCondition {
        if (direction == Direction.ANY) {
            throw new IllegalArgumentException("direction must be above or below");
        }
        if (price.signum() <= 0) {
            throw new IllegalArgumentException("the price must be above 0, not %s".formatted(price.toPlainString()));
        }
    }

    @Override
    public String type() {
        return "price";
    }
}
