package browser;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;

/// A resource of a scripted server on which some requests wait until the test lets them go.
///
/// Safe for the test's thread and the server's own.
final class HeldRequests implements HttpHandler {

    private final HttpHandler resource;
    private final String pattern;
    private final CountDownLatch arrival = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);

    /// @param pattern of the addresses that wait
    HeldRequests(HttpHandler resource, String pattern) {
        this.resource = resource;
        this.pattern = pattern;
    }

    /// Waits until there is one.
    void awaitOne() {
        Awaitility.await().atMost(Chromium.PATIENCE).until(() -> arrival.getCount() == 0);
    }

    void release() {
        release.countDown();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().toString().matches(pattern)) {
            arrival.countDown();
            awaitRelease();
        }
        resource.handle(exchange);
    }

    private void awaitRelease() throws InterruptedIOException {
        try {
            release.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is closed");
        }
    }
}
