package bench.server;

import java.time.Duration;

/// A market in which every quote changes at every tick.
///
/// @param quotes how many there are
public record Market(int quotes, Duration interval) {

    /// Ten quotes, ten times a second.
    public static final Market SMALL = new Market(10, Duration.ofMillis(100));

    /// Ten quotes, five times a second: for more readers.
    public static final Market SLOW = new Market(10, Duration.ofMillis(200));

    /// Five hundred quotes, ten times a second.
    public static final Market LARGE = new Market(500, Duration.ofMillis(100));

    /// One that moves as seldom as a server allows.
    public static final Market QUIET = new Market(10, Duration.ofMinutes(1));
}
