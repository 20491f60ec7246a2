/// What the health checks and the measures of all features share.
@NullMarked
package tickertape.web.monitoring;

import org.jspecify.annotations.NullMarked;
