/// Tests of the client jar through what its users see of it.
///
/// The tests run twice, on RESTEasy and on Jersey, against a [ScriptedStream] that fails in every way a server can.
/// Those that end in `IT` run against the real server, from a plain JVM and from the sample service in `consumer`;
/// [OtherClientsIT] with clients that others have written.
@NullMarked
package it.client;

import org.jspecify.annotations.NullMarked;
