package it.soak;

import it.Event;
import it.EventStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A client that keeps a stream open as an `EventSource` does: after each end, and each refused connection, it waits as
/// long as the server last asked for, and reconnects with the last id. It has a virtual thread of its own.
///
/// When the response is no stream, a browser gives up; this client reconnects, as our page does.
final class BrowserLike implements AutoCloseable {

    /// What a client has received since its last hello.
    ///
    /// @param epoch of the tape
    /// @param verdict the `resume` of the hello
    /// @param quotes how many quotes came since that hello
    /// @param breaks how often a quote was missing or came twice since then
    record State(String epoch, String verdict, long quotes, long breaks) {
        boolean live() {
            return quotes > 0;
        }
    }

    private final URI uri;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger noStreams = new AtomicInteger();
    private String lastId = "";
    private long retryMillis = 3000;
    private volatile State state = new State("", "", 0, 0);

    BrowserLike(URI uri) {
        this.uri = uri;
    }

    static BrowserLike start(URI uri) {
        var client = new BrowserLike(uri);
        Thread.ofVirtual().start(client::live);
        return client;
    }

    State state() {
        return state;
    }

    /// How often a browser would have given up.
    int noStreams() {
        return noStreams.get();
    }

    private void live() {
        try {
            do {
                visit();
            } while (!closed.await(retryMillis, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit() {
        String[] headers = lastId.isEmpty() ? new String[0] : new String[] {"Last-Event-ID", lastId};
        try (var stream = EventStream.open(uri, headers)) {
            Event hello = stream.next();
            var continuity = new Continuity();
            hello.retry().ifPresent(millis -> retryMillis = millis);
            String epoch = hello.json().getString("epoch");
            String verdict = hello.json().getString("resume");
            while (closed.getCount() > 0) {
                Event event = stream.next();
                event.id().ifPresent(id -> lastId = id);
                continuity.take(event);
                state = new State(epoch, verdict, continuity.quotes(), continuity.breaks());
            }
        } catch (UncheckedIOException refused) {
            // It reconnects later.
        } catch (IllegalStateException noStream) {
            noStreams.incrementAndGet();
        } catch (AssertionError ended) {
            // The stream has ended, or has been silent for too long.
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
