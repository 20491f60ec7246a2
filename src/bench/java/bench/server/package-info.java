/// What is measured: the servers, each as a process of its own, started one after the other.
@NullMarked
package bench.server;

import org.jspecify.annotations.NullMarked;
