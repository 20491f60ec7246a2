package tickertape.alerts;

import jakarta.ws.rs.core.Response.Status;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tickertape.alerts.definition.ChangeCondition;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.Direction;
import tickertape.alerts.definition.MoveCondition;
import tickertape.alerts.definition.PriceCondition;
import tickertape.alerts.definition.RecordCondition;
import tickertape.alerts.definition.StatusCondition;
import tickertape.alerts.definition.VolumeCondition;
import tickertape.alerts.engine.PastFacts;
import tickertape.market.Instrument;
import tickertape.web.ProblemException;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Refuses conditions that make no sense for an instrument now, and says what would. Throws `ProblemException` 400.
///
/// @param past empty where nobody knows yet
record SenseCheck(Function<Symbol, Optional<PastFacts>> past) {

    private static final int DECIMALS = 2;
    private static final int EXACT = 10;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /// Checks one.
    ///
    /// @param quote the newest that the caller may see
    /// @return the condition as it is kept
    Condition check(Condition condition, Instrument instrument, Optional<Quote> quote) {
        switch (condition) {
            case PriceCondition price -> {
                PriceCondition onGrid = onGrid(price, instrument);
                quote.ifPresent(now -> checkPrice(onGrid, now));
                return onGrid;
            }
            case ChangeCondition(var percent) -> quote.ifPresent(now -> checkChange(percent, now));
            case MoveCondition _ -> {}
            case VolumeCondition _ ->
                check(
                        past.apply(instrument.symbol())
                                .filter(facts -> !facts.knowsVolume())
                                .isEmpty(),
                        "nobody knows what volume is usual for %s, because there is no history of it"
                                .formatted(instrument.symbol()));
            case RecordCondition _ ->
                check(
                        past.apply(instrument.symbol())
                                .filter(facts -> !facts.knowsRange())
                                .isEmpty(),
                        "nobody knows the last 52 weeks of %s, because there is no history of it"
                                .formatted(instrument.symbol()));
            case StatusCondition(var event) -> quote.ifPresent(now -> checkStatus(event, now));
        }
        return condition;
    }

    private static PriceCondition onGrid(PriceCondition condition, Instrument instrument) {
        BigDecimal price = condition.price();
        BigDecimal tick = instrument.tickSize();
        BigDecimal below = price.divideToIntegralValue(tick).multiply(tick);
        if (below.compareTo(price) != 0) {
            BigDecimal above = below.add(tick);
            throw problem("prices of %s are multiples of %s: %s%s, not %s"
                    .formatted(
                            instrument.symbol(),
                            tick.toPlainString(),
                            below.signum() == 0 ? "" : plain(below, instrument) + " or ",
                            plain(above, instrument),
                            price.toPlainString()));
        }
        return new PriceCondition(
                condition.of(), condition.direction(), price.setScale(instrument.scale(), RoundingMode.UNNECESSARY));
    }

    private static String plain(BigDecimal price, Instrument instrument) {
        return price.setScale(instrument.scale(), RoundingMode.HALF_UP).toPlainString();
    }

    private static void checkPrice(PriceCondition condition, Quote quote) {
        @Nullable
        BigDecimal now = switch (condition.of()) {
            case LAST -> quote.last();
            case BID -> quote.bid();
            case ASK -> quote.ask();
        };
        if (now == null) {
            // Of a recording of trades there never is one; else there may be one again.
            check(
                    quote.sourceTime() == null,
                    "quotes of %s have no %s: choose last"
                            .formatted(quote.symbol(), condition.of().text()));
            return;
        }
        boolean up = condition.direction() == Direction.UP;
        int order = now.compareTo(condition.price());
        check(
                up ? order < 0 : order > 0,
                "%s of %s is %s, which is at or %s %s already: choose a price %s %s, or direction %s"
                        .formatted(
                                condition.of().text(),
                                quote.symbol(),
                                now.toPlainString(),
                                up ? "above" : "below",
                                condition.price().toPlainString(),
                                up ? "above" : "below",
                                now.toPlainString(),
                                up ? "below" : "above"));
    }

    private static void checkChange(BigDecimal percent, Quote quote) {
        if (quote.previousClose().signum() == 0) {
            return;
        }
        BigDecimal now =
                quote.change().multiply(HUNDRED).divide(quote.previousClose().abs(), EXACT, RoundingMode.HALF_UP);
        BigDecimal shown = now.setScale(DECIMALS, RoundingMode.HALF_UP);
        boolean up = percent.signum() > 0;
        check(
                up ? now.compareTo(percent) < 0 : now.compareTo(percent) > 0,
                "the change of %s is %s %% today, which has reached %s %% already: choose %s than %s"
                        .formatted(
                                quote.symbol(),
                                shown.toPlainString(),
                                percent.toPlainString(),
                                up ? "more" : "less",
                                shown.toPlainString()));
    }

    private static void checkStatus(StatusCondition.Event event, Quote quote) {
        switch (event) {
            case HALTED ->
                check(
                        quote.status() != QuoteStatus.HALTED,
                        "%s is halted already: choose 'resumed'".formatted(quote.symbol()));
            case STALE ->
                check(
                        quote.status() != QuoteStatus.STALE,
                        "%s is stale already: wait until it trades".formatted(quote.symbol()));
            case RESUMED -> {}
        }
    }

    private static void check(boolean good, String detail) {
        if (!good) {
            throw problem(detail);
        }
    }

    static ProblemException problem(String detail) {
        return new ProblemException(Status.BAD_REQUEST, detail);
    }
}
