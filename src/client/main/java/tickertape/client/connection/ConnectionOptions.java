package tickertape.client.connection;

import jakarta.ws.rs.client.ClientBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What to ask for, and how long to wait for it.
///
/// @param stream the address with its query
/// @param position the id to go on from; null for a fresh start
/// @param heartbeat how long the server may be silent, as far as it is known
/// @param patience how long connecting may take, and how much later than promised a heartbeat may come
/// @param transport what else the JAX-RS client is to be told
public record ConnectionOptions(
        URI stream,
        @Nullable String position,
        Duration heartbeat,
        Duration patience,
        UnaryOperator<ClientBuilder> transport,
        ClassLoader loader) {

    // Only a net below the watchdog, which is sooner: it frees a reading thread that nothing else can.
    Duration readTimeout() {
        return heartbeat.plus(patience).plus(patience);
    }
}
