/// The wire against what is written of it in `src/docs`: the protocol page and the schemas.
///
/// A [Recorder] keeps the raw bytes of a stream, over one [Transport] or the other; [Framing] and [Schemas] judge them.
/// A [RestlessReader] is cut off again and again, a [SteadyReader] never: what they have read must be the same.
@NullMarked
package it.wire;

import org.jspecify.annotations.NullMarked;
