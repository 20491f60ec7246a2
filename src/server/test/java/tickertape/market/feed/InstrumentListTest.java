package tickertape.market.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tickertape.market.Instrument;
import tickertape.wire.Symbol;

/// The list has well-known companies of all sectors, then as many test instruments as wanted.
class InstrumentListTest {

    private static final String HEADER =
            "symbol,name,sector,mic,currency,tickSize,referencePrice,volatility,spread,shares\n";

    @Test
    void bestKnownComeFirst() {
        List<Instrument> first = InstrumentList.first(50);

        assertThat(first)
                .hasSize(50)
                .extracting(instrument -> instrument.symbol().text())
                .contains("AAPL", "MSFT", "NVDA", "AMZN", "GOOGL", "SPY", "BRK.B", "HBAN");
    }

    @Test
    void realOnesAreOfElevenSectorsAndAFewFunds() {
        List<Instrument> real = real();

        assertThat(real).hasSizeGreaterThanOrEqualTo(120);
        assertThat(real.stream().map(Instrument::sector).collect(Collectors.toSet()))
                .hasSize(12)
                .contains("Index Funds");
        assertThat(real).extracting(Instrument::mic).containsOnly("XNYS", "XNAS", "ARCX");
    }

    @Test
    void figuresAreThoseOfRealStocks() {
        assertThat(real()).allSatisfy(instrument -> {
            assertThat(instrument.tickSize()).isEqualTo(new BigDecimal("0.01"));
            assertThat(instrument.volatility()).isBetween(BigDecimal.valueOf(3), BigDecimal.valueOf(7));
            assertThat(instrument.spread()).isBetween(new BigDecimal("0.6"), new BigDecimal("7.2"));
        });
    }

    @Test
    void testInstrumentsFollowTheRealOnes() {
        List<Instrument> many = InstrumentList.first(2_000);

        assertThat(many.stream().map(Instrument::symbol).distinct()).hasSize(2_000);
        assertThat(many.get(real().size()).symbol()).isEqualTo(new Symbol("TEST0001"));
        assertThat(many.getLast().sector()).isEqualTo("Synthetic");
    }

    @Test
    void badLineIsReportedWithItsNumber() {
        assertBad(HEADER + "A,A,S,XNYS,USD,0.01,9,5\n", "list.csv, line 2: 8 columns instead of 10");
        assertBad(HEADER + "A,A,S,XNYS,USD,0.01,x,5,2,1\n", "list.csv, line 2: referencePrice 'x' is no number");
        assertBad(HEADER + "A,A,S,XNYS,USD,0.01,0,5,2,1\n", "list.csv, line 2: referencePrice '0' is not positive");
        assertBad(HEADER + "A,A,S,NYSE!,USD,0.01,9,5,2,1\n", "list.csv, line 2: A: mic 'NYSE!' is no ISO 10383 code");
        assertBad("A,A,S,XNYS,USD,0.01,9,5,2\n", "list.csv, line 1: the header is not symbol,");
    }

    private static List<Instrument> real() {
        return InstrumentList.first(2_000).stream()
                .filter(instrument -> !instrument.sector().equals("Synthetic"))
                .toList();
    }

    private static void assertBad(String text, String fault) {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        assertThatExceptionOfType(BadFileException.class)
                .isThrownBy(() -> InstrumentList.read("list.csv", bytes))
                .withMessageStartingWith(fault);
    }
}
