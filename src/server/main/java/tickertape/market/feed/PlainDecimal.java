package tickertape.market.feed;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Parses numbers in files and lines: `-1.5`, `.5`, `1e-05`, `1.0E+2`. Written out, they have at most 18 digits on
/// either side of the point.
public final class PlainDecimal {

    private static final int MAX_DIGITS = 18;

    // No longer than that, so that no text costs more than a glance.
    private static final Pattern FORM =
            Pattern.compile("[-+]?(\\d{1,32}(\\.\\d{0,32})?|\\.\\d{1,32})([eE][-+]?\\d{1,2})?");

    private PlainDecimal() {}

    /// The number with the decimals that it was written with, but none below zero; throws `IllegalArgumentException`
    /// that names the number and its text.
    public static BigDecimal of(String name, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("%s '%s' is no number".formatted(name, text));
        }
        BigDecimal number = new BigDecimal(text);
        if (number.precision() - number.scale() > MAX_DIGITS || number.scale() > MAX_DIGITS) {
            throw new IllegalArgumentException(
                    "%s '%s' has more than %s digits on one side of the point".formatted(name, text, MAX_DIGITS));
        }
        return number.scale() < 0 ? number.setScale(0) : number;
    }
}
