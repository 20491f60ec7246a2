package tickertape.commentary.author;

import java.math.BigDecimal;
import java.util.Locale;
import tickertape.market.Instrument;

/// How numbers are written, whatever the language.
final class Figures {

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

    /// A volume: whole units are written without decimals.
    static String units(BigDecimal volume) {
        BigDecimal shortest = volume.stripTrailingZeros();
        return plain(shortest.scale() < 0 ? shortest.setScale(0) : shortest);
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
