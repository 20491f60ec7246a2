/// Events for the beans of a CDI container, by one line of configuration: `tickertape.client.url`.
@NullMarked
package tickertape.client.cdi;

import org.jspecify.annotations.NullMarked;
