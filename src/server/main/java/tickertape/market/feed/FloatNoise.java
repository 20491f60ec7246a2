package tickertape.market.feed;

import java.math.BigDecimal;
import java.math.MathContext;

/// What a binary float adds to a decimal that was kept in it: `150.2` becomes `150.1999969482422`, or
/// `150.20000000000002`.
final class FloatNoise {

    /// So many digits are right in every `double`, and its text may have two more.
    private static final int DIGITS_OF_A_DOUBLE = 15;
    /// The text of a `float` that was converted to a `double` has so many digits or more; prices have fewer.
    private static final int LEAST_NOISY = 13;

    private FloatNoise() {}

    /// The shortest decimal that such a float stands for; a number that shows no noise stays as it is.
    static BigDecimal without(BigDecimal number) {
        if (number.precision() < LEAST_NOISY) {
            return number;
        }
        float single = number.floatValue();
        if (number.compareTo(new BigDecimal(Double.toString(single))) == 0) {
            return plain(new BigDecimal(Float.toString(single)));
        }
        return number.precision() > DIGITS_OF_A_DOUBLE
                ? plain(number.round(new MathContext(DIGITS_OF_A_DOUBLE)))
                : number;
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
