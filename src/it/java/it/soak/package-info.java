/// What needs minutes or a quiet machine, run by `./mvnw -Psoak verify`: crowds, restarts, and measures for people.
///
/// A [it.soak.Swarm] holds thousands of light clients on one thread. What is only printed is for comparison.
@NullMarked
package it.soak;

import org.jspecify.annotations.NullMarked;
