/// Compares what goes over the wire with what `src/docs` says about it: the protocol page and the schemas.
///
/// A [Recorder] keeps the raw bytes of a stream over a [Transport]; [Framing] and [Schemas] check them. A
/// [RestlessReader] is disconnected again and again, a [SteadyReader] never: both must have read the same.
@NullMarked
package it.wire;

import org.jspecify.annotations.NullMarked;
