package tickertape.market.feed;

import java.math.BigDecimal;

/// Finds out whether prices were binary floats before they were written as decimals: `67920.0078125` for `67920.01`.
///
/// Prices in binary fractions, as some futures have them, are floats too, but need few of their bits.
final class FloatDetector {

    /// Of 24 that a float has. Noise needs nearly all of them.
    private static final int MANY_BITS = 22;

    private static final int BITS = 24;
    private static final int FIRST_BIT = 1 << (BITS - 1);

    /// How much finer a price must be written than floats lie apart: otherwise it is near one by chance.
    private static final BigDecimal FINER = BigDecimal.valueOf(1000);

    private boolean all = true;
    private boolean evident;

    void observe(BigDecimal price) {
        if (!all) {
            return;
        }
        float nearest = price.floatValue();
        BigDecimal half = BigDecimal.valueOf(5, price.scale() + 1);
        all = price.subtract(new BigDecimal(nearest)).abs().compareTo(half) <= 0;
        evident |= bits(nearest) >= MANY_BITS && half.multiply(FINER).compareTo(new BigDecimal(Math.ulp(nearest))) <= 0;
    }

    /// Whether all prices so far were floats, and not by chance.
    boolean found() {
        return all && evident;
    }

    private static int bits(float number) {
        // The first bit, which is always set, is not stored.
        return BITS - Integer.numberOfTrailingZeros(Float.floatToRawIntBits(number) | FIRST_BIT);
    }
}
