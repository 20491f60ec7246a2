/// A benchmark that anyone can run: `./mvnw -Pbench verify`, or one part of it with `-Dbench.scenario=steady,micro`.
///
/// ```
/// Bench ──▶ scenario ──▶ server   starts Tickertape, a plain broadcaster, and a floor, one after the other
///              │   └─────▶ load     reads their streams, on one thread, and measures
///              ├─────────▶ micro    JMH
///              └─────────▶ report   tables, and plots beside them
/// ```
///
/// It judges nothing: the tables say what was measured, and how it compares with the floor of the same run.
@NullMarked
package bench;

import org.jspecify.annotations.NullMarked;
