/// What lies between a server and its clients, and goes wrong there.
///
/// A [it.fault.FaultyProxy] stands before a server and does on demand what networks and the boxes in them do. A test
/// that needs no browser and no minutes, but a bad connection, belongs here.
@NullMarked
package it.fault;

import org.jspecify.annotations.NullMarked;
