/// Quotes by `SseBroadcaster` as in the samples of the specification, deployed on the same Liberty.
@NullMarked
package bench.plain;

import org.jspecify.annotations.NullMarked;
