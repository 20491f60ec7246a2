/// What all resources share: the JAX-RS application, the clocks, JSON, and errors.
@NullMarked
package tickertape.web;

import org.jspecify.annotations.NullMarked;
