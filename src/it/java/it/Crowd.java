package it;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// Many subscribers of one stream, all reading.
public record Crowd(List<EventStream> streams) implements AutoCloseable {

    /// Opens all streams at once, and waits until each has received its hello.
    public static Crowd of(int size, URI uri) throws InterruptedException {
        var opening = new ArrayList<Future<EventStream>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < size; i++) {
                opening.add(threads.submit(() -> {
                    EventStream stream = EventStream.open(uri);
                    stream.next("hello");
                    return stream;
                }));
            }
        }
        return new Crowd(opening.stream().map(Crowd::opened).toList());
    }

    private static EventStream opened(Future<EventStream> stream) {
        try {
            return stream.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError("a stream could not be opened", e);
        }
    }

    public Stream<EventStream> stream() {
        return streams.stream();
    }

    @Override
    public void close() {
        streams.forEach(EventStream::close);
    }
}
