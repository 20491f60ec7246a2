package tickertape.alerts;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.ConditionFormat;
import tickertape.alerts.definition.Direction;
import tickertape.alerts.definition.PriceCondition;
import tickertape.alerts.definition.PriceKind;
import tickertape.alerts.definition.Repetition;
import tickertape.market.Tick;
import tickertape.wire.Quote;
import tickertape.wire.QuoteStatus;
import tickertape.wire.Symbol;

/// Alerts, and quotes that make them fire or not.
public final class AlertSamples {

    public static final Symbol ACME = new Symbol("ACME");
    public static final String OWNER = "ann";
    public static final Instant NOON = Instant.parse("2026-11-23T17:00:00Z");
    public static final Repetition ALWAYS = new Repetition(true, Duration.ofMinutes(5));

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal CLOSE = new BigDecimal("100.00");

    private AlertSamples() {}

    public static Condition condition(String json) {
        return ConditionFormat.parse(json.replace('\'', '"'));
    }

    public static Condition above(String price) {
        return new PriceCondition(PriceKind.LAST, Direction.UP, new BigDecimal(price));
    }

    public static Condition below(String price) {
        return new PriceCondition(PriceKind.LAST, Direction.DOWN, new BigDecimal(price));
    }

    public static Alert alert(String id, Condition condition) {
        return alert(id, condition, Repetition.ONCE);
    }

    public static Alert alert(String id, Condition condition, Repetition repetition) {
        return new Alert(id, OWNER, ACME, condition, repetition, null, "", Alert.State.ARMED, 1, null, null, NOON, 1);
    }

    /// The same with an end.
    public static Alert ending(Alert alert, Instant end) {
        return alert.with(alert.condition(), alert.repetition(), end, alert.note());
    }

    public static Quote quote(String last) {
        return quote(last, "100", QuoteStatus.TRADING);
    }

    /// A quote of ACME, which closed at 100.00 the day before, with a spread of two cents.
    public static Quote quote(String price, String volume, QuoteStatus status) {
        var last = new BigDecimal(price);
        BigDecimal change = last.subtract(CLOSE);
        return new Quote(
                ACME,
                last.subtract(CENT),
                last.add(CENT),
                BigDecimal.TEN,
                BigDecimal.TEN,
                last,
                BigDecimal.ONE,
                last,
                last,
                last,
                CLOSE,
                change,
                change.setScale(2),
                new BigDecimal(volume),
                1,
                NOON,
                null,
                status);
    }

    public static Tick tick(Instant time, Quote... quotes) {
        return new Tick(time, null, List.of(), List.of(quotes));
    }
}
