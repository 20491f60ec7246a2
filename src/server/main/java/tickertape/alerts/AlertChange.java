package tickertape.alerts;

import jakarta.json.JsonObject;
import java.util.Optional;
import tickertape.alerts.definition.Alert;
import tickertape.alerts.definition.Condition;
import tickertape.alerts.definition.ConditionFormat;
import tickertape.alerts.definition.Repetition;

/// The body of a request that changes an alert: what is empty stays as it is.
///
/// @param ends a time, or an empty text for none
/// @param note an empty text for none
/// @param active whether it waits: again, if it has fired
/// @param webhook where its firings are sent; an empty text for nowhere
public record AlertChange(
        Optional<JsonObject> condition,
        Optional<String> repeat,
        Optional<String> pause,
        Optional<String> ends,
        Optional<String> note,
        Optional<Boolean> active,
        Optional<String> webhook) {

    public AlertChange {
        condition.ifPresent(ConditionFormat::read);
        note = note.map(Alert::note);
    }

    Optional<Condition> wanted() {
        return condition.map(ConditionFormat::read);
    }

    /// Throws `IllegalArgumentException` if both don't fit.
    Repetition repetition(Repetition before) {
        if (repeat.isEmpty() && pause.isEmpty()) {
            return before;
        }
        String often = repeat.orElse(before.text());
        boolean keepsPause = pause.isEmpty() && before.isRepeated() && often.equals(before.text());
        return keepsPause ? before : Repetition.of(often, pause);
    }
}
