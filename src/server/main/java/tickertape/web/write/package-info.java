/// What every write passes: POST, PUT, PATCH and DELETE of any resource, of this application or of a jar.
///
/// In this order: the origin may write here (403), the address does not write too often (429), the body is JSON (415)
/// of
/// a limited size (413) and well-formed (400), and an `Idempotency-Key` that was used before gets its first response
/// again (409 and 422 when that is not possible). Then the resource gets its record (400 for a field that is unknown,
/// missing or of another type).
@NullMarked
package tickertape.web.write;

import org.jspecify.annotations.NullMarked;
