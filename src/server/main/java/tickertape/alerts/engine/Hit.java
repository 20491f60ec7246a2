package tickertape.alerts.engine;

import java.time.Instant;
import tickertape.alerts.definition.Alert;
import tickertape.wire.Quote;

/// The condition of an alert is met.
///
/// @param quote that met it
/// @param time of the tick
/// @param isLate whether it may have been met before, while nobody was looking
public record Hit(Alert alert, Quote quote, Instant time, boolean isLate) {}
