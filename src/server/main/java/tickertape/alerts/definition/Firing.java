package tickertape.alerts.definition;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tickertape.wire.Quote;
import tickertape.wire.Symbol;

/// An alert has fired: a message of the topic `alert`.
///
/// @param id the same however often it is sent
/// @param number rises with each firing of any alert
/// @param alert the id of the alert
/// @param condition as it was then
/// @param note as it was then; null if there was none
/// @param last of the quote that made it fire, with `changePercent`
/// @param late whether it happened while nobody was looking; null if not
public record Firing(
        String id,
        long number,
        String alert,
        Symbol symbol,
        @JsonbTypeAdapter(ConditionFormat.class) Condition condition,
        @Nullable String note,
        Instant time,
        BigDecimal last,
        @Nullable BigDecimal changePercent,
        @Nullable Boolean late) {

    /// The firing of an alert as it is now.
    ///
    /// @param quote that made it fire
    public static Firing of(Alert alert, Quote quote, Instant time, boolean late, long number) {
        return new Firing(
                alert.firingId(),
                number,
                alert.id(),
                alert.symbol(),
                alert.condition(),
                alert.note().isEmpty() ? null : alert.note(),
                time,
                quote.last(),
                quote.changePercent(),
                late ? true : null);
    }
}
