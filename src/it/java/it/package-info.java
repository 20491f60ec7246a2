/// Black-box tests against the packaged application on a real Liberty server: they use HTTP, never the classes.
///
/// Tests of the resources share one server that Arquillian manages. Tests that need special settings and leave the
/// server as it was ask for one of the [SharedServers]; those that start and stop one have a [LibertyServer] of their
/// own. An [EventStream] is a subscriber that reads, a [Crowd] is many
/// of them, and a [StalledReader] is one that does not read.
@NullMarked
package it;

import org.jspecify.annotations.NullMarked;
