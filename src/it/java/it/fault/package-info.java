/// Faults of the network between a server and its clients.
///
/// A [it.fault.FaultyProxy] in front of a server simulates such faults on demand. Tests that need a bad connection, but
/// no browser and no minutes, belong here.
@NullMarked
package it.fault;

import org.jspecify.annotations.NullMarked;
