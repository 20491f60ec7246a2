package tickertape.about;

import java.time.Instant;

/// Which server this is. Of what it runs on it says nothing: that would help only those who look for its holes.
///
/// @param version of Tickertape, as Semantic Versioning has it
/// @param epoch of the tape: positions of another one mean nothing here
/// @param started when the application did
public record About(String name, String version, String epoch, Instant started) {}
