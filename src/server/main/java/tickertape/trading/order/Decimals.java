package tickertape.trading.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Money as it is kept and shown: exact, with two decimals at least, and no more than it needs.
public final class Decimals {

    /// So many decimals the database keeps; a price that has more can't be traded.
    public static final int MOST = 12;

    /// So many more decimals than money, at least, a mean price has: it is rounded, half to even.
    private static final int MEAN = 6;

    private static final int CENTS = 2;

    private Decimals() {}

    public static BigDecimal tidy(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.setScale(Math.max(CENTS, shortest.scale()), RoundingMode.UNNECESSARY);
    }

    /// What each of some shares came to.
    public static BigDecimal mean(BigDecimal sum, long qty) {
        return tidy(sum.divide(BigDecimal.valueOf(qty), MEAN, RoundingMode.HALF_EVEN));
    }
}
