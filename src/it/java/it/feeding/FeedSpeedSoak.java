package it.feeding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import it.Event;
import it.EventStream;
import it.Http;
import it.Instruments;
import it.Measures;
import it.fault.KafkaBroker;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// 50,000 trades and quotes a second over 5,000 symbols, through each door: nothing is lost on the way in, and readers
/// get
/// quotes soon after they were made. Server, broker, source and readers share the machine.
class FeedSpeedSoak {

    private static final int SYMBOLS = 5_000;
    private static final int RATE = Integer.getInteger("feed.rate", 50_000);
    private static final int SECONDS = Integer.getInteger("feed.seconds", 60);
    private static final int WARM_UP = Integer.getInteger("feed.warm-up", 30);
    private static final int PAUSE_MILLIS = 10;
    private static final int FOLLOWED = 100;
    private static final int READERS = 10;
    private static final double LIMIT = 250;
    private static final double PART = 0.99;

    private static final Map<String, String> SETTINGS =
            Map.of("TICKER_INTERVAL", "PT0.1S", "COMMENTARY_ENABLED", "false", "FEED_HTTP_WAITING", "200000");

    /// How the lines of a moment get to the server.
    private interface Door extends Consumer<List<Line>> {}

    /// A line, and what it is about.
    private record Line(String symbol, String text) {}

    /// Makes lines at the set rate, a trade and a quote of one symbol after the other. The size of an ask says when it
    /// was
    /// made, in milliseconds since the beginning.
    private static final class Source implements AutoCloseable {

        private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
        private final long begun = System.nanoTime();
        private final Door door;
        private final AtomicLong made = new AtomicLong();

        Source(Door door) {
            this.door = door;
            var _ = thread.scheduleAtFixedRate(this::make, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void make() {
            int count = RATE * PAUSE_MILLIS / 1000;
            List<Line> lines = new ArrayList<>(count);
            String now = Double.toString(age(0));
            for (int i = 0; i < count; i++) {
                long number = made.get() + i;
                String symbol = "S" + number / 2 % SYMBOLS;
                String cents = Long.toString(100 + number / 2 / SYMBOLS % 900);
                String figures = number % 2 == 0
                        ? "\"price\":10." + cents + ",\"size\":1}"
                        : "\"bid\":10." + cents + ",\"ask\":11." + cents + ",\"bidSize\":1,\"askSize\":" + now + "}";
                lines.add(new Line(symbol, "{\"symbol\":\"" + symbol + "\"," + figures));
            }
            door.accept(lines);
            made.addAndGet(count);
        }

        /// How many milliseconds lie between then and now.
        double age(double then) {
            return Math.round((System.nanoTime() - begun) / 1e3) / 1e3 + 1 - then;
        }

        /// Ends it, and returns how many there were.
        long end() {
            close();
            return made.get();
        }

        @Override
        public void close() {
            thread.close();
        }
    }

    @Test
    void requestsTakeFiftyThousandLinesASecond() throws IOException {
        try (var market = FeedServer.start(SETTINGS);
                var post = FeedPost.open(market.feed("?source=fast"), market.credential())) {
            long made = run("http", market.server().uri(), lines -> {
                try {
                    post.send(lines.stream().map(Line::text).toArray(String[]::new));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(post.answer().getJsonNumber("taken").longValue()).isEqualTo(made);
            check(market.server().uri(), made);
        }
    }

    @Test
    void topicGivesFiftyThousandRecordsASecond() {
        try (var broker = KafkaBroker.started();
                var topic = KafkaTopic.create(broker, "fast", 4);
                var market = KafkaServer.start(broker, "fast", SETTINGS)) {
            await().until(market::isConnected);
            long made = run(
                    "kafka",
                    market.server().uri(),
                    lines -> lines.forEach(line -> topic.put(line.symbol(), line.text())));
            topic.flush();
            check(market.server().uri(), made);
        }
    }

    private static long run(String name, URI server, Door door) {
        try (var source = new Source(door)) {
            await().until(() ->
                    source.made.get() > 2L * SYMBOLS && quotes(server).size() == SYMBOLS);
            List<EventStream> readers = IntStream.range(0, READERS)
                    .mapToObj(_ -> EventStream.open(server.resolve("api/stream?topic=quote&rate=1")))
                    .toList();
            String followed =
                    IntStream.range(0, FOLLOWED).mapToObj(i -> "S" + i * 37).collect(Collectors.joining(","));
            try (var reader = EventStream.open(server.resolve("api/stream?topic=quote&symbol=" + followed))) {
                follow(source, reader, WARM_UP);
                List<Double> ages = follow(source, reader, SECONDS);
                double seconds = source.age(0) / 1e3;
                double p99 = ages.get((int) (ages.size() * PART));
                System.out.printf(
                        Locale.ROOT,
                        "%s: %.0f lines a second, %d quotes followed, p50 %.0f ms, p99 %.0f ms, most %.0f ms%n",
                        name,
                        source.made.get() / seconds,
                        ages.size(),
                        ages.get(ages.size() / 2),
                        p99,
                        ages.getLast());
                assertThat(source.made.get() / seconds).isGreaterThan(RATE * PART);
                assertThat(p99).as("p99 from the source to a reader, in ms").isLessThanOrEqualTo(LIMIT);
            } finally {
                readers.forEach(EventStream::close);
            }
            return source.end();
        }
    }

    /// How old quotes are when they come, for so long, in order.
    private static List<Double> follow(Source source, EventStream reader, int seconds) {
        List<Double> ages = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        while (System.nanoTime() < end) {
            Event event = reader.next();
            if (event.is("quote") && event.json().containsKey("askSize")) {
                ages.add(source.age(event.json().getJsonNumber("askSize").doubleValue()));
            }
        }
        return ages.stream().sorted().toList();
    }

    private static void check(URI server, long made) {
        await().until(() -> Measures.of(server).count("tickertape_feed_lines_total", "outcome", "taken") >= made);
        assertThat(Measures.of(server).count("tickertape_feed_lines_total", "outcome", "taken"))
                .isEqualTo(made);
        await().until(() -> volume(server) >= made / 2);
        assertThat(volume(server)).isEqualTo(made / 2);
    }

    private static long volume(URI server) {
        return quotes(server).stream()
                .mapToLong(quote -> quote.getJsonNumber("volume").longValue())
                .sum();
    }

    private static List<JsonObject> quotes(URI server) {
        return Instruments.array(Http.get(server.resolve("api/quotes")).body()).getValuesAs(JsonObject.class);
    }
}
