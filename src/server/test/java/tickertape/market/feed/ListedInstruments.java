package tickertape.market.feed;

import java.util.List;
import tickertape.market.Instrument;

/// The instruments of the simulated market, for tests of other packages.
public final class ListedInstruments {

    private ListedInstruments() {}

    public static List<Instrument> first(int count) {
        return InstrumentList.first(count);
    }
}
