/// Black-box tests against the packaged application on a real Liberty server: they know the wire, never the classes.
///
/// Tests of the resources share one server that Arquillian manages. Tests of how the server lives, replays and ends
/// have a [LibertyServer] of their own. An [EventStream] is a subscriber who reads, a [Crowd] many of them, and a
/// [StalledReader] one who does not.
@NullMarked
package it;

import org.jspecify.annotations.NullMarked;
