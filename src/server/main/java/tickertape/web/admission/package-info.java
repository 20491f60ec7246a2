/// Which requests the server handles, decided before they cost it a thread for long.
///
/// ```
/// connection ─▶ Liberty reads a request ─▶ RequestClassifier ─▶ RequestKind ─▶ Bulkhead ─▶ filters, resources,
///                                                                    │                      health, /openapi
///                                                                    └─ full: the connection is closed
/// ```
///
/// [WorkClassifierRegistration] makes the classifier known to Liberty, and sizes the bulkheads. The filter that
/// answers
/// 503 while the application is busy, `LoadShedding`, comes behind all this.
@NullMarked
package tickertape.web.admission;

import org.jspecify.annotations.NullMarked;
