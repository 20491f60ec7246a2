package tickertape.market;

import java.math.BigDecimal;

/// Where the price of one instrument stands: what a market goes on from after a restart.
///
/// @param last the price of its last trade
/// @param previousClose the last price of the trading day before
public record LastPrice(BigDecimal last, BigDecimal previousClose) {

    /// Whether these can be prices of the instrument: its tick may have changed since.
    public boolean fits(Instrument instrument) {
        return isPriceOf(instrument, last) && isPriceOf(instrument, previousClose);
    }

    private static boolean isPriceOf(Instrument instrument, BigDecimal price) {
        return price.signum() > 0 && price.remainder(instrument.tickSize()).signum() == 0;
    }
}
