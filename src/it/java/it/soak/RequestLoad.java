package it.soak;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/// Requests that are sent so many times a second, whether those before were answered or not, and how long each answer
/// takes.
public final class RequestLoad {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final double NANOS = 1e6;

    private final LongFunction<HttpRequest> requests;
    private final Set<Integer> good;
    private final int aSecond;
    private final LongConsumer sending;
    private final Map<Integer, List<Double>> millis = new TreeMap<>();
    private long made;
    private int failures;

    /// @param requests makes the one of a number: 0, 1, 2 and so on
    /// @param good which statuses are answers; others are failures
    /// @param sending is told the number of a request just before it is sent
    public RequestLoad(LongFunction<HttpRequest> requests, Set<Integer> good, int aSecond, LongConsumer sending) {
        this.requests = requests;
        this.good = Set.copyOf(good);
        this.aSecond = aSecond;
        this.sending = sending;
    }

    /// Sends for some time, and waits for the answers.
    ///
    /// @return how many were sent so far
    public long run(Duration time) {
        long count = time.toSeconds() * aSecond;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (long i = 0; i < count; i++) {
                long number = made++;
                HttpRequest request = requests.apply(number);
                var _ = clock.schedule(
                        () -> writers.execute(() -> send(number, request)),
                        TimeUnit.SECONDS.toNanos(i) / aSecond,
                        TimeUnit.NANOSECONDS);
            }
        }
        return made;
    }

    private void send(long number, HttpRequest request) {
        long start = System.nanoTime();
        sending.accept(number);
        try {
            int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            double took = (System.nanoTime() - start) / NANOS;
            synchronized (this) {
                millis.computeIfAbsent(status, _ -> new ArrayList<>()).add(took);
                if (!good.contains(status)) {
                    failures++;
                }
            }
        } catch (IOException e) {
            synchronized (this) {
                failures++;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins to count anew.
    public synchronized void forget() {
        millis.clear();
        failures = 0;
    }

    /// How many got no answer, or none of the good ones.
    public synchronized int failures() {
        return failures;
    }

    /// Which part of all answers had this status.
    public synchronized double part(int status) {
        double all = millis.values().stream().mapToInt(List::size).sum();
        return millis.getOrDefault(status, List.of()).size() / all;
    }

    /// The 99th percentile of the time to the answers of this status, in milliseconds.
    public synchronized double p99(int status) {
        return percentile(0.99, millis.getOrDefault(status, List.of()).stream());
    }

    private double percentile(double part) {
        return percentile(part, millis.values().stream().flatMap(List::stream));
    }

    private static double percentile(double part, Stream<Double> times) {
        List<Double> sorted = times.sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }

    /// What came of them.
    public synchronized String inWords() {
        return String.format(
                Locale.ROOT,
                "answers %s, failures %s; p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms",
                millis.entrySet().stream()
                        .map(status ->
                                status.getKey() + ": " + status.getValue().size())
                        .toList(),
                failures,
                percentile(0.5),
                percentile(0.99),
                percentile(0.999),
                percentile(1));
    }
}
