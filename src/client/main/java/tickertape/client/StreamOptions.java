package tickertape.client;

import jakarta.ws.rs.client.ClientBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tickertape.client.connection.ConnectionOptions;
import tickertape.wire.Symbol;

/// What one stream asks for, and how it is kept up.
///
/// @param stream the address with its query
/// @param position where to begin; null for the latest of everything
/// @param first the most that is waited after the first failure; twice as much after each further one
/// @param cap the most that is waited, but for what the server asks
/// @param patience how long connecting may take, and how much later than promised a heartbeat may come
/// @param threads whose threads to use; null for its own
record StreamOptions(
        URI stream,
        @Nullable String position,
        int capacity,
        WhenFull whenFull,
        Duration first,
        Duration cap,
        Duration patience,
        UnaryOperator<ClientBuilder> transport,
        @Nullable ScheduledExecutorService threads,
        ClassLoader loader) {

    /// The address of a stream; nothing in it needs to be encoded.
    ///
    /// @param symbols none for all
    /// @param rate null for every change
    static URI stream(URI root, Set<Topic> topics, List<Symbol> symbols, @Nullable BigDecimal rate) {
        String query = "?topic=" + topics.stream().map(Topic::text).collect(Collectors.joining(","));
        if (!symbols.isEmpty()) {
            query += "&symbol=" + symbols.stream().map(Symbol::text).collect(Collectors.joining(","));
        }
        if (rate != null) {
            query += "&rate=" + rate.toPlainString();
        }
        return root.resolve("api/stream" + query);
    }

    ConnectionOptions call(@Nullable String from, Duration heartbeat) {
        return new ConnectionOptions(stream, from, heartbeat, patience, transport, loader);
    }
}
