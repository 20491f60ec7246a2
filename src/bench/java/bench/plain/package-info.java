/// Quotes by `SseBroadcaster` as the samples of the specification do it, to be deployed on the same Liberty.
@NullMarked
package bench.plain;

import org.jspecify.annotations.NullMarked;
