/// Live stock quotes, pushed by Server-Sent Events.
@NullMarked
package tickertape;

import org.jspecify.annotations.NullMarked;
