/// What every resource shares: the JAX-RS application, how values become JSON, and what an error looks like.
@NullMarked
package tickertape.web;

import org.jspecify.annotations.NullMarked;
