package it.soak;

import jakarta.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/// Write numbered private messages for everybody, sometimes several at once, until they are closed.
final class ReminderWriters implements AutoCloseable {

    private static final int PAUSE_MILLIS = 10;
    private static final int BURST = 4;

    private final URI uri;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final AtomicLong written = new AtomicLong();
    private final List<Thread> threads;

    ReminderWriters(URI server, int writers, List<PrivateReader> readers) {
        uri = server.resolve("api/reminders");
        // Each person's messages are written by one thread, so they are in order.
        threads = IntStream.range(0, writers)
                .mapToObj(writer -> {
                    List<PrivateReader> its = IntStream.range(0, readers.size())
                            .filter(reader -> reader % writers == writer)
                            .mapToObj(readers::get)
                            .toList();
                    return Thread.ofVirtual().start(() -> write(its, new Random(writer)));
                })
                .toList();
    }

    private void write(List<PrivateReader> readers, Random random) {
        int[] numbers = new int[readers.size()];
        try {
            while (!closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                int reader = random.nextInt(readers.size());
                for (int i = random.nextInt(BURST); i >= 0; i--) {
                    post(readers.get(reader), numbers[reader]++);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            faults.add(e.toString());
        }
    }

    private void post(PrivateReader reader, int number) throws IOException, InterruptedException {
        String body = Json.createObjectBuilder()
                .add("text", "%s#%s".formatted(reader.name(), Integer.toString(number)))
                .build()
                .toString();
        var response = client.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + reader.token())
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 201) {
            throw new IllegalStateException("%s %s".formatted(response.statusCode(), response.body()));
        }
        written.incrementAndGet();
    }

    long written() {
        return written.get();
    }

    boolean failed() {
        return !faults.isEmpty();
    }

    List<String> faults() {
        return List.copyOf(faults);
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
