package tickertape.wire;

import java.time.Instant;

/// The event `heartbeat`: nothing has happened, but the server is alive, and has read up to here.
public record HeartbeatEvent(Instant time, long offset) {}
