/// What operators see of the server: health, metrics, log and traces.
@NullMarked
package it.monitoring;

import org.jspecify.annotations.NullMarked;
