/// Keeps alerts and firings in the database, and publishes each firing once.
///
/// ```
/// AlertsResource ─▶ AlertStore ──┐
/// AlertEngine ─Change─▶ AlertWorker ─▶ AlertTable, FiringTable ─▶ (read what is new) ─┬─▶ AlertEngine
///                        (a thread)                                                   └─▶ the tape
/// ```
///
/// - A firing is one transaction: the alert's row changes, if its round is still the same, and the firing's row is
///   there. Nothing is published before that. So a kill at any moment leaves either nothing, or a row that waits to be
///   published under an id that never changes.
/// - [AlertWorker] reads whatever has a higher revision than it knows. So its own changes, those of requests and those
///   of another server come to the engine and to the tape in the same way, in one order.
/// - Of several servers with one tape, the one that leads does that: [AlertTerm] says whether it is this one, and
///   [PublishedAlerts] what lies on the tape already.
/// - [Disclosure] knows when those may hear of a firing who see prices late.
/// - [Revisions] gives the revisions, in the order in which transactions become visible.
@NullMarked
package tickertape.alerts.store;

import org.jspecify.annotations.NullMarked;
