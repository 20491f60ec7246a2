package tickertape.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tickertape.market.Samples.decimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// An instrument checks its fields and names the one that is wrong.
class InstrumentTest {

    @Test
    void pricesTakeOnTheScaleOfTheTick() {
        Instrument instrument = instrument("Acme", "Energy", "XNYS", "USD", "0.010", "90.5", "5", "2", "1");

        assertThat(instrument.scale()).isEqualTo(3);
        assertThat(instrument.referencePrice()).hasToString("90.500");
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 90.50",
        "0.05, 90.50",
        "0.25, 90.50",
        "0.2,  90.4",
        "100,  100",
        "1e-12, 90.500000000000",
        "1e12, 0"
    })
    void referencePriceIsTheNearestToAnotherTick(String tick, String reference) {
        Instrument instrument = instrument("Acme", "Energy", "XNYS", "USD", "0.010", "90.5", "5", "2", "1");

        assertThat(instrument.withTickSize(decimal(tick)).referencePrice()).isEqualByComparingTo(reference);
    }

    @ParameterizedTest
    @CsvSource({
        "'',     Energy, XNYS, USD, 0.01, 90,     5,  2, 1,  name",
        "Acme,   ' ',    XNYS, USD, 0.01, 90,     5,  2, 1,  sector",
        "Acme,   Energy, NYSE1,USD, 0.01, 90,     5,  2, 1,  mic 'NYSE1'",
        "Acme,   Energy, xnys, USD, 0.01, 90,     5,  2, 1,  mic 'xnys'",
        "Acme,   Energy, XNYS, usd, 0.01, 90,     5,  2, 1,  currency 'usd'",
        "Acme,   Energy, XNYS, USD, 0.00, 90,     5,  2, 1,  tickSize '0.00'",
        "Acme,   Energy, XNYS, USD, 0.05, 90.01,  5,  2, 1,  referencePrice '90.01'",
        "Acme,   Energy, XNYS, USD, 0.01, 90.001, 5,  2, 1,  referencePrice '90.001'",
        "Acme,   Energy, XNYS, USD, 0.01, 90,     -5, 2, 1,  volatility '-5'",
        "Acme,   Energy, XNYS, USD, 0.01, 90,     5,  -2, 1, spread '-2'",
        "Acme,   Energy, XNYS, USD, 0.01, 90,     5,  2, -1,  shares '-1'",
    })
    void fieldThatMakesNoSenseIsNamed(
            String name,
            String sector,
            String mic,
            String currency,
            String tick,
            String reference,
            String volatility,
            String spread,
            String shares,
            String fault) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> instrument(name, sector, mic, currency, tick, reference, volatility, spread, shares))
                .withMessageStartingWith("ACME: " + fault);
    }

    private static Instrument instrument(
            String name,
            String sector,
            String mic,
            String currency,
            String tick,
            String reference,
            String volatility,
            String spread,
            String shares) {
        return new Instrument(
                Samples.ACME,
                name,
                sector,
                mic,
                currency,
                decimal(tick),
                decimal(reference),
                decimal(volatility),
                decimal(spread),
                decimal(shares));
    }
}
