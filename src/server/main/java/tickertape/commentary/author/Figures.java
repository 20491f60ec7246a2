package tickertape.commentary.author;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import tickertape.market.Instrument;

/// How numbers are written, whatever the language.
final class Figures {

    private static final MathContext FOUR_DIGITS = new MathContext(4, RoundingMode.HALF_UP);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /// With all decimals that it has, and thousands apart.
    static String plain(BigDecimal number) {
        BigDecimal whole = number.scale() < 0 ? number.setScale(0) : number;
        return String.format(Locale.ROOT, "%,." + whole.scale() + "f", whole);
    }

    /// Without its sign, which the words say.
    static String percent(BigDecimal percent) {
        return plain(percent.abs()) + "%";
    }

    /// Without the zeros at its end.
    static String shortest(BigDecimal number) {
        return plain(number.stripTrailingZeros());
    }

    /// A volume with as many decimals as matter: none from a hundred on.
    static String units(BigDecimal volume) {
        if (volume.compareTo(BigDecimal.ONE) < 0) {
            return shortest(volume.round(FOUR_DIGITS));
        }
        return shortest(volume.setScale(volume.compareTo(HUNDRED) < 0 ? 2 : 0, RoundingMode.HALF_UP));
    }

    /// How many of a large unit it is, with two decimals at most.
    static BigDecimal in(BigDecimal unit, BigDecimal volume) {
        return volume.divide(unit, 2, RoundingMode.HALF_UP);
    }

    /// A name that readers know, with the symbol that finds it.
    static String name(Instrument instrument, String before, String after) {
        String symbol = instrument.symbol().text();
        return instrument.name().equals(symbol) ? symbol : instrument.name() + before + symbol + after;
    }

    /// Whether it is a share of a company, as far as can be told.
    static boolean isShare(Instrument instrument) {
        return !instrument.mic().equals("XXXX") && !isFund(instrument);
    }

    static boolean isFund(Instrument instrument) {
        return instrument.sector().equals("Index Funds");
    }
}
