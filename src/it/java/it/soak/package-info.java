/// Tests that need minutes or a quiet machine, run by `./mvnw -Psoak verify`: many clients, restarts, measurements.
///
/// A [it.soak.Swarm] has thousands of light clients on one thread. Figures that are only printed are for comparison.
@NullMarked
package it.soak;

import org.jspecify.annotations.NullMarked;
