/// Alerts: users say what they wait for, and hear of it once.
///
/// ```
/// AlertsResource ─▶ Alerts ─▶ store.AlertStore ─▶ database ◀─▶ store.AlertWorker ─▶ the tape
///                                                                 ▲      │
/// Tick ─▶ AlertListener ─▶ engine.AlertEngine ────────────────────┘ ◀────┘
/// ```
///
/// - `definition` has what users say: an alert and its condition.
/// - `engine` finds out which alerts a tick fires; it is plain Java and knows no database.
/// - `store` writes that down, and publishes it.
/// - [SenseCheck] refuses what makes no sense; `store.Disclosure` says which firings a caller may see who sees prices
/// late.
@NullMarked
package tickertape.alerts;

import org.jspecify.annotations.NullMarked;
