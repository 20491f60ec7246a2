package tickertape.wire;

import java.time.Duration;
import java.time.Instant;

/// The first event on every connection: where the tape is, and what follows.
///
/// @param offset the end of the tape that the first read goes to
/// @param time the server's clock
/// @param heartbeat after so long a silence a heartbeat comes, a second later at the most
/// @param resume what the first read gives: `snapshot`, `resumed`, `conflated` or `gap`
public record Hello(String epoch, long offset, Instant time, Duration heartbeat, String version, String resume) {}
