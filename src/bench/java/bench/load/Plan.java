package bench.load;

import java.net.URI;
import java.time.Duration;
import java.util.function.IntFunction;

/// The parameters of a load.
///
/// @param stream the address that each reader asks for, by its number
/// @param readers how many there are
/// @param stalled how many of them, the first ones, stop reading after the response's head
/// @param connects how many of them connect each second
/// @param warmUp how long nothing is counted after all have connected
/// @param counted how long events are counted after that
/// @param compressed whether the readers ask for gzip, and unpack it
public record Plan(
        IntFunction<URI> stream,
        int readers,
        int stalled,
        int connects,
        Duration warmUp,
        Duration counted,
        boolean compressed) {

    private static final int CONNECTS = 2000;

    /// Readers of the same stream.
    public static Plan of(URI stream, int readers) {
        return new Plan(_ -> stream, readers, 0, CONNECTS, Duration.ofSeconds(5), Duration.ofSeconds(10), false);
    }

    public Plan withStalled(int count) {
        return new Plan(stream, readers, count, connects, warmUp, counted, compressed);
    }

    public Plan withStreams(IntFunction<URI> streams) {
        return new Plan(streams, readers, stalled, connects, warmUp, counted, compressed);
    }

    public Plan withConnects(int perSecond) {
        return new Plan(stream, readers, stalled, perSecond, warmUp, counted, compressed);
    }

    public Plan counting(Duration before, Duration during) {
        return new Plan(stream, readers, stalled, connects, before, during, compressed);
    }

    /// The same readers, who ask for gzip.
    public Plan zipped() {
        return new Plan(stream, readers, stalled, connects, warmUp, counted, true);
    }
}
