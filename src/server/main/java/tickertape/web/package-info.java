/// What all resources share: the JAX-RS application, the clocks, JSON, errors, and the way to the server below.
@NullMarked
package tickertape.web;

import org.jspecify.annotations.NullMarked;
