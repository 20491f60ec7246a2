package tickertape.alerts.webhook;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.function.Function;

/// The client, and the threads that wait for receivers: as many as there are requests under way.
final class WebhookThreads {

    private final ExecutorService executor;
    private final ScheduledExecutorService alarms;
    private final WebhookClient client;

    /// @param client made with what ends requests that take too long
    WebhookThreads(ThreadFactory threads, Function<ScheduledExecutorService, WebhookClient> client) {
        executor = Executors.newCachedThreadPool(threads);
        alarms = Executors.newSingleThreadScheduledExecutor(threads);
        this.client = client.apply(alarms);
    }

    WebhookClient client() {
        return client;
    }

    ExecutorService executor() {
        return executor;
    }

    /// Breaks off what is under way: its rows are sent again by whoever comes next.
    void close() throws IOException {
        executor.shutdownNow();
        alarms.shutdownNow();
        client.close();
    }
}
