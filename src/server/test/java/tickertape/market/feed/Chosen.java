package tickertape.market.feed;

import java.util.List;
import java.util.stream.Stream;
import tickertape.market.Instrument;

/// Some of the instruments that the jar lists.
final class Chosen {

    private Chosen() {}

    static List<Instrument> instruments(String... symbols) {
        List<Instrument> all = InstrumentList.first(148);
        return Stream.of(symbols)
                .map(symbol -> all.stream()
                        .filter(instrument -> instrument.symbol().text().equals(symbol))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }
}
