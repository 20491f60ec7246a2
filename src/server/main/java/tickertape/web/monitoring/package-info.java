/// What the health checks and metrics of all features share.
@NullMarked
package tickertape.web.monitoring;

import org.jspecify.annotations.NullMarked;
