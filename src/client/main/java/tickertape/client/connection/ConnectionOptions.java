package tickertape.client.connection;

import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What one connection requests, and how long it waits.
///
/// @param stream the address with its query
/// @param position the id to go on from; null to begin with the latest of everything
/// @param heartbeat how long the server may be silent, as far as is known
/// @param patience how long connecting may take, and how much later than promised a heartbeat may come
/// @param transport configures the JAX-RS client further
/// @param loader the class loader of the connection's threads
public record ConnectionOptions(
        URI stream,
        @Nullable String position,
        Duration heartbeat,
        Duration patience,
        UnaryOperator<ClientBuilder> transport,
        ClassLoader loader) {

    // Longer than the watchdog waits: it only frees a reading thread that nothing else can.
    Duration readTimeout() {
        return heartbeat.plus(patience).plus(patience);
    }
}
