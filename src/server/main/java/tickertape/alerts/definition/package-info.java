/// What users say. Records that check themselves.
///
/// - An [Alert][tickertape.alerts.definition.Alert] waits for a [Condition][tickertape.alerts.definition.Condition] of
///   one symbol, once or again and again ([Repetition][tickertape.alerts.definition.Repetition]).
/// - A [Firing][tickertape.alerts.definition.Firing] says that it was met.
/// - [ConditionFormat][tickertape.alerts.definition.ConditionFormat] is how conditions are written.
@NullMarked
package tickertape.alerts.definition;

import org.jspecify.annotations.NullMarked;
