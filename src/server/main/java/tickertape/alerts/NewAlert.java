package tickertape.alerts;

import jakarta.json.JsonObject;
import java.util.Optional;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.ConditionFormat;
import tickertape.alerts.definition.Repetition;
import tickertape.wire.Symbol;

/// The body of a request for an alert.
///
/// @param repeat `once` or `always`; once if it is empty
/// @param pause only with `always`
/// @param ends a time; empty if never
/// @param webhook where its firings are sent; empty if nowhere
public record NewAlert(
        Symbol symbol,
        JsonObject condition,
        Optional<String> repeat,
        Optional<String> pause,
        Optional<String> ends,
        Optional<String> note,
        Optional<String> webhook) {

    public NewAlert {
        var _ = ConditionFormat.read(condition);
        var _ = Repetition.of(repeat.orElse("once"), pause);
        note = note.map(Alert::note);
    }

    Condition wanted() {
        return ConditionFormat.read(condition);
    }

    Repetition repetition() {
        return Repetition.of(repeat.orElse("once"), pause);
    }
}
