package tickertape.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.wire.Candle;
import tickertape.wire.CandleMark;
import tickertape.wire.Symbol;

/// Bars as a table: marks in one cell, and symbols as they are.
class CandleCsvTest {

    @Test
    void marksAreWordsInOneCellAsInJson() {
        String[] line =
                line("ACME", List.of(CandleMark.HALTED, CandleMark.RESTART)).split(",", -1);

        assertThat(line).hasSize(Candle.class.getRecordComponents().length);
        assertThat(line[line.length - 1]).isEqualTo("halted restart");
    }

    @Test
    void barWithoutMarksHasAnEmptyCell() {
        assertThat(line("ACME", List.of())).endsWith(",true,");
    }

    /// A symbol has no comma, no quotation mark and no blank, so none needs quotation marks around it.
    @ParameterizedTest
    @ValueSource(strings = {"BTC/USD", "^GSPC", "EURUSD=X", "A|B", "O'N", "!#$&'()*+./:=@^_|~-", "币安人生USDT"})
    void symbolIsTheWholeFirstCell(String symbol) {
        assertThat(line(symbol, List.of()).split(",", 2)[0]).isEqualTo(symbol);
    }

    private static String line(String symbol, List<CandleMark> marks) {
        var candle = new Candle(
                new Symbol(symbol),
                "PT1M",
                Instant.parse("2026-11-23T14:30:00Z"),
                new BigDecimal("10.00"),
                new BigDecimal("11.00"),
                new BigDecimal("9.00"),
                new BigDecimal("10.50"),
                new BigDecimal("7"),
                3,
                new BigDecimal("10.1234"),
                true,
                marks);
        return Csv.of(Candle.class, List.of(candle)).split("\r\n", -1)[1];
    }
}
