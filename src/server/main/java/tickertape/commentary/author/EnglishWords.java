package tickertape.commentary.author;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tickertape.commentary.facts.Mover;
import tickertape.market.Instrument;

/// How names, prices and changes are written in English.
final class EnglishWords {

    private static final Map<String, String> SIGNS = Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥");
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private EnglishWords() {}

    static String name(Instrument instrument) {
        return Figures.name(instrument, " (", ")");
    }

    /// What it is called when its name was just said.
    static String again(Instrument instrument) {
        if (Figures.isFund(instrument)) {
            return "the fund";
        }
        return Figures.isShare(instrument) ? "the stock" : "the price";
    }

    /// The same at the beginning of a sentence.
    static String first(Instrument instrument) {
        return "The" + again(instrument).substring(3);
    }

    static String price(BigDecimal price, Instrument instrument) {
        String sign = SIGNS.get(instrument.currency());
        String amount = Figures.plain(price.abs());
        String minus = price.signum() < 0 ? "-" : "";
        return sign == null ? minus + amount + " " + instrument.currency() : minus + sign + amount;
    }

    /// Such as `1.2 million shares`.
    static String volume(BigDecimal volume, Instrument instrument) {
        String unit = Figures.isShare(instrument) || Figures.isFund(instrument) ? " share" : " unit";
        String amount = amount(volume);
        return amount + unit + (amount.equals("1") ? "" : "s");
    }

    /// The same where it was just said of what.
    static String amount(BigDecimal volume) {
        if (volume.compareTo(MILLION) < 0) {
            return Figures.units(volume);
        }
        BigDecimal millions = Figures.in(MILLION, volume);
        return millions.compareTo(THOUSAND) < 0
                ? Figures.shortest(millions) + " million"
                : Figures.shortest(Figures.in(BILLION, volume)) + " billion";
    }

    /// Such as `up 2.31%`.
    static String direction(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "up " + Figures.percent(percent);
            case -1 -> "down " + Figures.percent(percent);
            default -> "flat";
        };
    }

    /// Such as `0.31% higher`.
    static String ended(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> Figures.percent(percent) + " higher";
            case -1 -> Figures.percent(percent) + " lower";
            default -> "flat";
        };
    }

    /// Such as `an average gain of 0.31%`.
    static String average(BigDecimal percent) {
        return switch (percent.signum()) {
            case 1 -> "an average gain of " + Figures.percent(percent);
            case -1 -> "an average loss of " + Figures.percent(percent);
            default -> "no change on average";
        };
    }

    /// Such as `Apple (AAPL), up 2.31%, and Tesla (TSLA), up 1.90%`.
    static String list(List<Mover> movers) {
        return String.join(
                ", and ",
                movers.stream()
                        .map(mover -> name(mover.instrument()) + ", " + direction(mover.percent()))
                        .toList());
    }
}
