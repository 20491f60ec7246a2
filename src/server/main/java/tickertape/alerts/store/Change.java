package tickertape.alerts.store;

import tickertape.alerts.definition.Alert;
import tickertape.alerts.engine.Hit;
import tickertape.wire.Symbol;

/// Something that the engine has found, and the store has to note.
public sealed interface Change {

    /// An alert fires.
    record Fire(Hit hit) implements Change {}

    /// An alert has rested, and waits again.
    record Rearm(Alert alert) implements Change {}

    /// Trading in a symbol was stopped, or goes on.
    ///
    /// @param term in which this server has seen it: in another one, it may be otherwise
    record Halt(Symbol symbol, boolean isHalted, long term) implements Change {}
}
