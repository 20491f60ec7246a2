package it.guard;

import it.Connection;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Streams that are read as raw bytes, from the first to the last.
final class WholeStreams {

    private WholeStreams() {}

    /// The bodies of this many streams, all open at once.
    static List<byte[]> of(URI stream, int clients) throws Exception {
        var bodies = new ArrayList<byte[]>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<byte[]>> reading = Collections.nCopies(clients, () -> {
                try (var connection = Connection.get(stream)) {
                    return connection.body().readAllBytes();
                }
            });
            for (Future<byte[]> body : threads.invokeAll(reading)) {
                bodies.add(body.get());
            }
        }
        return bodies;
    }
}
