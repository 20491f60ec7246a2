package tickertape.client;

import jakarta.ws.rs.client.ClientBuilder;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tickertape.client.connection.ConnectionOptions;
import tickertape.wire.RequestLimits;

/// What one stream reads, and how its connections are made.
///
/// @param stream the address with its query
/// @param topics those that the query names, by name
/// @param position where to begin; null for the latest of everything
/// @param first the longest wait after the first failure; it doubles with each further one
/// @param cap the longest wait after any failure, on top of what the server asks for
/// @param patience how long connecting may take, and how much later than promised a heartbeat may come
/// @param threads the threads to use; null for its own
record StreamOptions(
        URI stream,
        Map<String, Topic<?>> topics,
        @Nullable String position,
        int capacity,
        WhenFull whenFull,
        Duration first,
        Duration cap,
        Duration patience,
        UnaryOperator<ClientBuilder> transport,
        @Nullable ScheduledExecutorService threads,
        ClassLoader loader) {

    /// The address of a stream.
    ///
    /// @param filters the values that are wanted, by parameter
    /// @param rate null for every change
    /// @throws IllegalArgumentException if the server takes no query with so much in it
    static URI stream(URI root, Set<String> topics, Map<String, Set<String>> filters, @Nullable BigDecimal rate) {
        var query = new StringBuilder("topic=").append(list("topic", topics));
        filters.forEach((parameter, values) ->
                query.append('&').append(parameter).append('=').append(list(parameter, values)));
        if (rate != null) {
            query.append("&rate=").append(rate.toPlainString());
        }
        if (query.length() > RequestLimits.QUERY_LENGTH) {
            throw tooMuch("the query has %s characters; the limit is %s"
                    .formatted(query.length(), RequestLimits.QUERY_LENGTH));
        }
        return root.resolve("api/stream?" + query);
    }

    ConnectionOptions connection(@Nullable String from, Duration heartbeat) {
        return new ConnectionOptions(stream, from, heartbeat, patience, transport, loader);
    }

    private static String list(String parameter, Set<String> values) {
        if (values.size() > RequestLimits.LIST_ITEMS) {
            throw tooMuch(
                    "'%s' has %s items; the limit is %s".formatted(parameter, values.size(), RequestLimits.LIST_ITEMS));
        }
        return values.stream().map(StreamOptions::encoded).collect(Collectors.joining(","));
    }

    // It is not split: two streams have two positions, and what spans them could not be resumed.
    private static IllegalArgumentException tooMuch(String fault) {
        return new IllegalArgumentException(fault + ": open several streams");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    /// The class loader for the stream's threads: they see the classes that the opener sees, because a server has a
    /// loader
    /// for each application.
    static ClassLoader openersLoader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? Tickertape.class.getClassLoader() : context;
    }
}
