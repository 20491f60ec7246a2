package tickertape.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A symbol is a short word, as exchanges and data vendors write them, and itself as text.
class SymbolTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "BRK.B",
                "BTC/USD",
                "a-b_c",
                "M&M.NS",
                "^GSPC",
                "EURUSD=X",
                "0700.HK",
                "币安人生USDT",
                "$SPX",
                "O:SPY251219C00650000",
                ".INX",
                "JPM'A",
                "हिन्दी",
                "1234567890123456789012345678901234567890123456789012345678901234"
            })
    void plainWordIsASymbol(String text) {
        Symbol symbol = new Symbol(text);

        assertThat(symbol).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "A B",
                "A,B",
                "12345678901234567890123456789012345678901234567890123456789012345",
                "A;b",
                "A%2F",
                "A?",
                "\u202EA",
                "A\u00A0B",
                ".",
                "..",
                "A/../B",
                "/A",
                "A/",
                "A//B",
                "A\n",
                "<b>"
            })
    void anythingElseIsRefusedByName(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Symbol(text)).withMessageContaining("'" + text + "'");
    }

    @Test
    void symbolsSortByTheirText() {
        Stream<Symbol> symbols = Stream.of(new Symbol("MSFT"), new Symbol("AAPL"), new Symbol("GE"));

        assertThat(symbols.sorted()).extracting(Symbol::text).containsExactly("AAPL", "GE", "MSFT");
    }
}
