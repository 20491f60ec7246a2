package sample;

import java.time.Instant;

/// A note that somebody wrote for nobody but themselves.
///
/// @param time when it was written, by the server's clock
public record Reminder(String text, Instant time) {}
