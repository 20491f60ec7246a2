package tickertape.market.feed.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.market.feed.fault.FeedFault.Kind;
import tickertape.wire.Symbol;

/// The text of a fault is parsed, and anything else is refused.
class FeedFaultTest {

    @ParameterizedTest
    @CsvSource({
        "stop,                    STOP, '',         PT0S",
        "stop@PT30S,              STOP, '',         PT30S",
        "hang@PT1S,               HANG, '',         PT1S",
        "halt,                    HALT, '',         PT0S",
        "halt@PT1M,               HALT, '',         PT1M",
        "halt:BRK.B,              HALT, BRK.B,      PT0S",
        "'halt:AAPL,MSFT',        HALT, AAPL MSFT,  PT0S",
        "'halt:AAPL, BTC/USD@PT10.5S', HALT, AAPL BTC/USD, PT10.5S",
    })
    void textSaysWhatGoesWrongAndWhen(String text, Kind kind, String symbols, Duration delay) {
        Set<Symbol> halted = Stream.of(symbols.split(" "))
                .filter(symbol -> !symbol.isEmpty())
                .map(Symbol::new)
                .collect(Collectors.toSet());

        assertThat(FeedFault.of(text)).isEqualTo(new FeedFault(kind, halted, delay));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut",
                "STOP",
                "stop:AAPL",
                "stop@",
                "stop@soon",
                "stop@-PT1S",
                "halt:",
                "halt:AAPL,",
                "halt:A B",
                "halt@PT1S@PT2S",
                " stop"
            })
    void anythingElseIsRefusedByName(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedFault.of(text))
                .withMessageStartingWith("feed.fault '%s'", text);
    }
}
