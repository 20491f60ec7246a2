package tickertape.market.feed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import tickertape.market.Instrument;
import tickertape.market.TradingHours;
import tickertape.wire.Symbol;

/// What the file of instruments says of one of them; empty is what it leaves open.
///
/// @param negative whether its prices may be zero or negative
public record InstrumentRow(
        Symbol symbol,
        Optional<String> name,
        Optional<String> sector,
        Optional<String> mic,
        Optional<String> currency,
        Optional<BigDecimal> tickSize,
        Optional<Boolean> negative,
        Optional<TradingHours> hours) {

    private static final String ANY = "-";

    public InstrumentRow {
        // An instrument checks its fields.
        var _ = new Instrument(
                symbol,
                name.orElse(ANY),
                sector.orElse(ANY),
                mic.orElse("XXXX"),
                currency.orElse("XXX"),
                tickSize.orElse(BigDecimal.ONE),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO);
    }

    /// The same instrument in the words of this row. Its prices and their tick stay as they are.
    Instrument describe(Instrument instrument) {
        return new Instrument(
                instrument.symbol(),
                name.orElse(instrument.name()),
                sector.orElse(instrument.sector()),
                mic.orElse(instrument.mic()),
                currency.orElse(instrument.currency()),
                instrument.tickSize(),
                instrument.referencePrice(),
                instrument.volatility(),
                instrument.spread(),
                instrument.shares(),
                hours.map(its -> its.zone().getId()).orElse(instrument.zone()),
                hours.map(its -> its.hours().stream().map(Object::toString).toList())
                        .orElse(instrument.hours()),
                hours.map(its -> its.holidays().stream()
                                .sorted()
                                .map(LocalDate::toString)
                                .toList())
                        .orElse(instrument.holidays()));
    }
}
