/// The client jar, by what its users can see of it.
///
/// The tests run twice, on RESTEasy and on Jersey, against a [ScriptedStream] that goes wrong in each way a server
/// can; what ends in `IT` runs against the real one: from a plain JVM, and from the sample service in `consumer`.
@NullMarked
package it.client;

import org.jspecify.annotations.NullMarked;
