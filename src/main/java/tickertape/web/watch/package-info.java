/// What the health checks and the measures of all features share.
@NullMarked
package tickertape.web.watch;

import org.jspecify.annotations.NullMarked;
