/// CDI events for what the stream brings, by one line of configuration: `tickertape.client.url`.
@NullMarked
package tickertape.client.cdi;

import org.jspecify.annotations.NullMarked;
