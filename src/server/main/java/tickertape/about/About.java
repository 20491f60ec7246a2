package tickertape.about;

import java.time.Instant;

/// Which server this is. It does not say what the server runs on: that would help only attackers.
///
/// @param version of Tickertape, by Semantic Versioning
/// @param epoch of the tape: positions of other epochs are not valid here
/// @param started when the application started
public record About(String name, String version, String epoch, Instant started) {}
