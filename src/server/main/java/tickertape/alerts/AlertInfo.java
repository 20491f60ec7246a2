package tickertape.alerts;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.ConditionFormat;
import tickertape.alerts.webhook.Webhook;
import tickertape.wire.Symbol;

/// An alert, as its owner sees it.
///
/// @param pause null unless it repeats
/// @param state `armed`, `resting`, `fired`, `off` or `ended`
/// @param webhook where its firings are sent; null if nowhere
/// @param webhookGone whether that has said that it is gone, so nothing is sent; null if not
public record AlertInfo(
        String id,
        Symbol symbol,
        @JsonbTypeAdapter(ConditionFormat.class) Condition condition,
        String repeat,
        @Nullable String pause,
        @Nullable Instant ends,
        @Nullable String note,
        String state,
        Instant created,
        @Nullable Instant lastFired,
        @Nullable String webhook,
        @Nullable Boolean webhookGone) {

    static AlertInfo of(Alert alert, Instant now) {
        return of(alert, alert.state(), alert.lastFired(), now);
    }

    /// @param state as the caller may know it, with `lastFired`
    static AlertInfo of(Alert alert, Alert.State state, @Nullable Instant lastFired, Instant now) {
        return new AlertInfo(
                alert.id(),
                alert.symbol(),
                alert.condition(),
                alert.repetition().text(),
                alert.repetition().isRepeated() ? alert.repetition().pause().toString() : null,
                alert.ends(),
                alert.note().isEmpty() ? null : alert.note(),
                state.isWaiting() && alert.hasEnded(now)
                        ? "ended"
                        : state.name().toLowerCase(Locale.ROOT),
                alert.created(),
                lastFired,
                null,
                null);
    }

    /// The same with its webhook.
    AlertInfo calling(@Nullable Webhook hook) {
        return hook == null
                ? this
                : new AlertInfo(
                        id,
                        symbol,
                        condition,
                        repeat,
                        pause,
                        ends,
                        note,
                        state,
                        created,
                        lastFired,
                        hook.url(),
                        hook.isGone() ? true : null);
    }
}
