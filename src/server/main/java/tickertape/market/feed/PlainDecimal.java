package tickertape.market.feed;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/// Parses numbers in files: digits, perhaps with a sign and a point; no exponent, and at most 18 digits on either side.
final class PlainDecimal {

    private static final Pattern FORM = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

    private PlainDecimal() {}

    /// Throws `IllegalArgumentException` that names the number and its text.
    static BigDecimal of(String name, String text) {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("%s '%s' is no number".formatted(name, text));
        }
        return new BigDecimal(text);
    }
}
