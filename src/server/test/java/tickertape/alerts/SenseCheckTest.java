package tickertape.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static tickertape.alerts.AlertSamples.condition;
import static tickertape.alerts.AlertSamples.quote;

import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tickertape.alerts.definition.PriceCondition;
import tickertape.alerts.engine.PastFacts;
import tickertape.market.Instrument;
import tickertape.market.Samples;
import tickertape.web.ProblemException;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;

/// What makes no sense now is refused, and the refusal says what would be right.
class SenseCheckTest {

    private static final Instrument INSTRUMENT = Samples.instrument("ACME");
    private static final Optional<PastFacts> NO_PAST = Optional.of(PastFacts.unknown(ZoneOffset.UTC));

    private final SenseCheck check = new SenseCheck(_ -> NO_PAST);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type':'price','of':'last','direction':'above','price':102.00} | 102.00 | choose a price above 102.00, or direction below",
                "{'type':'price','of':'last','direction':'below','price':102.00} | 101.00 | choose a price below 101.00, or direction above",
                "{'type':'price','of':'ask','direction':'above','price':101.01} | 101.00 | ask of ACME is 101.01",
                "{'type':'price','of':'last','direction':'above','price':235.003} | 101.00 | multiples of 0.01: 235.00 or 235.01, not 235.003",
                "{'type':'price','of':'last','direction':'above','price':0.003} | 101.00 | multiples of 0.01: 0.01, not 0.003",
                "{'type':'change','percent':5} | 106.00 | is 6.00 % today, which has reached 5 % already: choose more than 6.00",
                "{'type':'change','percent':-5} | 94.00 | choose less than -6.00",
                "{'type':'volume','times':2} | 101.00 | there is no history of it",
                "{'type':'record','of':'high'} | 101.00 | there is no history of it"
            })
    void whatMakesNoSenseIsRefused(String json, String last, String detail) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check.check(condition(json), INSTRUMENT, Optional.of(quote(last))))
                .withMessageContaining(detail);
    }

    @ParameterizedTest
    @CsvSource({"halted, HALTED, choose 'resumed'", "stale, STALE, wait until it trades"})
    void whatIsSoAlreadyIsRefused(String type, QuoteStatus status, String detail) {
        Quote now = quote("100.00", "100", status);

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> check.check(condition("{'type':'%s'}".formatted(type)), INSTRUMENT, Optional.of(now)))
                .withMessageContaining(detail.replace("choose resumed", "choose 'resumed'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'price','of':'last','direction':'above','price':102.01}",
                "{'type':'change','percent':5}",
                "{'type':'move','percent':5,'direction':'any','within':'PT5M'}",
                "{'type':'resumed'}",
                "{'type':'halted'}"
            })
    void whatMakesSenseIsTaken(String json) {
        assertThat(check.check(condition(json), INSTRUMENT, Optional.of(quote("102.00"))))
                .isNotNull();
        assertThat(check.check(condition(json), INSTRUMENT, Optional.empty())).isNotNull();
    }

    @Test
    void priceIsKeptWithTheDecimalsOfItsInstrument() {
        var price = (PriceCondition) check.check(
                condition("{'type':'price','of':'last','direction':'above','price':1.1e2}"),
                INSTRUMENT,
                Optional.empty());

        assertThat(price.price()).isEqualTo(Samples.decimal("110.00"));
    }

    @Test
    void whatNobodyKnowsYetIsNoReasonToRefuse() {
        assertThat(new SenseCheck(_ -> Optional.empty())
                        .check(condition("{'type':'volume','times':2}"), INSTRUMENT, Optional.empty()))
                .isNotNull();
    }
}
