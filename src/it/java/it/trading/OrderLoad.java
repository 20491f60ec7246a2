package it.trading;

import it.Issuer;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Players of whom one or another hands in an order, so many times a second, whether those before were answered or not.
final class OrderLoad {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SYMBOLS = 10;
    private static final double NANOS = 1e6;

    private final URI orders;
    private final List<String> tokens;
    private final List<String> symbols;
    private final int aSecond;
    private final SplittableRandom random = new SplittableRandom(1);
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<Double> millis = new ArrayList<>();

    OrderLoad(URI server, Issuer issuer, List<String> symbols, int players, int aSecond) {
        this.orders = server.resolve("api/orders");
        this.symbols = symbols.subList(0, Math.min(SYMBOLS, symbols.size()));
        this.aSecond = aSecond;
        tokens = IntStream.range(0, players)
                .mapToObj(i -> issuer.lastingToken("player-" + i, "read trade"))
                .toList();
    }

    void run(Duration time) {
        long count = time.toSeconds() * aSecond;
        try (var writers = Executors.newVirtualThreadPerTaskExecutor();
                var clock = Executors.newSingleThreadScheduledExecutor()) {
            for (long i = 0; i < count; i++) {
                HttpRequest request = request();
                var _ = clock.schedule(
                        () -> writers.execute(() -> send(request)),
                        TimeUnit.SECONDS.toNanos(i) / aSecond,
                        TimeUnit.NANOSECONDS);
            }
        }
    }

    private HttpRequest request() {
        int number = sent.getAndIncrement();
        // Each player in turn, so that all of them come.
        String token = tokens.get(number % tokens.size());
        boolean buys = random.nextInt(3) > 0;
        boolean atMarket = random.nextBoolean();
        JsonObjectBuilder order = Trader.order(
                        "load-" + number, buys ? "buy" : "sell", atMarket ? "market" : "limit", random.nextInt(1, 4))
                .add("symbol", symbols.get(random.nextInt(symbols.size())));
        if (!atMarket) {
            order.add("price", buys ? random.nextInt(1, 400) : random.nextInt(10, 400));
        }
        return HttpRequest.newBuilder(orders)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(order.build().toString()))
                .build();
    }

    private void send(HttpRequest request) {
        long start = System.nanoTime();
        try {
            int status = CLIENT.send(request, BodyHandlers.discarding()).statusCode();
            double took = (System.nanoTime() - start) / NANOS;
            synchronized (this) {
                millis.add(took);
                statuses.merge(status, 1, Integer::sum);
                // Nothing to sell, or no money left, is an answer like others.
                if (status != 201 && status != 422) {
                    failures.incrementAndGet();
                }
            }
        } catch (IOException e) {
            failures.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Begins to count anew.
    synchronized void forget() {
        millis.clear();
        statuses.clear();
        failures.set(0);
    }

    int failures() {
        return failures.get();
    }

    synchronized double p99() {
        return percentile(0.99);
    }

    private double percentile(double part) {
        List<Double> sorted = millis.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * part));
    }

    synchronized String inWords() {
        return String.format(
                Locale.ROOT,
                "answers %s, failures %s; p50 %.1f, p99 %.1f, p99.9 %.1f, max %.1f ms",
                statuses,
                failures,
                percentile(0.5),
                percentile(0.99),
                percentile(0.999),
                percentile(1));
    }
}
