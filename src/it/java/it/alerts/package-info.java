/// Alerts, from the request to the firing on the stream.
@NullMarked
package it.alerts;

import org.jspecify.annotations.NullMarked;
