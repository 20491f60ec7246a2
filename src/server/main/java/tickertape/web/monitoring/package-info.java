/// What the health checks, metrics and logs of all features share.
@NullMarked
package tickertape.web.monitoring;

import org.jspecify.annotations.NullMarked;
