package tickertape.alerts.definition;

import java.math.BigDecimal;

/// Checks how many decimals a number has, and in which bounds it is.
final class NumberCheck {

    private NumberCheck() {}

    /// Throws `IllegalArgumentException` that says what would be right.
    static void check(String field, BigDecimal number, String least, String most, int decimals) {
        if (number.compareTo(new BigDecimal(least)) < 0 || number.compareTo(new BigDecimal(most)) > 0) {
            throw new IllegalArgumentException(
                    "%s must be from %s to %s, not %s".formatted(field, least, most, number.toPlainString()));
        }
        if (number.stripTrailingZeros().scale() > decimals) {
            throw new IllegalArgumentException(
                    "%s has at most %s decimals, not %s".formatted(field, decimals, number.toPlainString()));
        }
    }
}
