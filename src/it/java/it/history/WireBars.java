package it.history;

import it.EventStream;
import it.LibertyServer;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Adds up trades as they came over the wire, without the application's code.
public final class WireBars {

    private final Duration length;
    private final Map<Instant, List<JsonObject>> trades = new TreeMap<>();

    /// @param length of the bars: at most an hour
    public WireBars(Duration length) {
        this.length = length;
    }

    public void add(JsonObject trade) {
        trades.computeIfAbsent(start(time(trade)), first -> new ArrayList<>()).add(trade);
    }

    /// All trades of a symbol since the start of the server.
    public static EventStream ofRun(LibertyServer server, String symbol) {
        return since(server, "&symbol=" + symbol);
    }

    /// All trades of all symbols since the start of the server.
    public static EventStream ofRun(LibertyServer server) {
        return since(server, "");
    }

    private static EventStream since(LibertyServer server, String choice) {
        String epoch;
        try (var hello = EventStream.open(server.uri("api/stream?topic=trade"))) {
            epoch = hello.next("hello").json().getString("epoch");
        }
        var stream = EventStream.open(server.uri("api/stream?topic=trade&lastEventId=%s-0%s".formatted(epoch, choice)));
        String resume = stream.next("hello").json().getString("resume");
        if (!resume.equals("resumed")) {
            stream.close();
            throw new IllegalStateException("the server has not kept all trades since its start: " + resume);
        }
        return stream;
    }

    /// Adds trades until the first one of a time or later; returns that one's time.
    public Instant addUntil(Instant time, EventStream stream) {
        JsonObject trade;
        do {
            trade = stream.next("trade").json();
            add(trade);
        } while (time(trade).isBefore(time));
        return time(trade);
    }

    public static Instant time(JsonObject trade) {
        return Instant.parse(trade.getString("time"));
    }

    /// Those of a bar, in their order.
    public List<JsonObject> trades(Instant start) {
        return List.copyOf(trades.getOrDefault(start, List.of()));
    }

    /// Where its bars begin.
    public List<Instant> starts() {
        return List.copyOf(trades.keySet());
    }

    /// How many trades there are in a bar.
    public long count(Instant start) {
        return trades.getOrDefault(start, List.of()).size();
    }

    /// The same without those of the last while.
    public long count(Instant start, Instant before) {
        return trades.getOrDefault(start, List.of()).stream()
                .filter(trade -> time(trade).isBefore(before))
                .count();
    }

    public Instant start(Instant time) {
        long seconds = length.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), seconds) * seconds);
    }

    /// The bars that begin in a range.
    public List<Figures> between(Instant from, Instant to) {
        return trades.entrySet().stream()
                .filter(bar -> !bar.getKey().isBefore(from) && bar.getKey().isBefore(to))
                .map(bar -> Figures.of(bar.getKey(), bar.getValue()))
                .toList();
    }

    /// What a bar says, in a form that can be compared.
    public record Figures(
            Instant start,
            String open,
            String high,
            String low,
            String close,
            String volume,
            String vwap,
            long trades) {

        /// So many decimals more than the last price has the mean.
        private static final int MEAN_DECIMALS = 2;

        /// What trades add up to.
        public static Figures of(Instant start, List<JsonObject> trades) {
            List<BigDecimal> prices =
                    trades.stream().map(trade -> decimal(trade, "price")).toList();
            BigDecimal volume = sum(trades.stream().map(trade -> decimal(trade, "size")));
            BigDecimal turnover =
                    sum(trades.stream().map(trade -> decimal(trade, "price").multiply(decimal(trade, "size"))));
            int decimals = prices.getLast().scale() + MEAN_DECIMALS;
            return new Figures(
                    start,
                    plain(prices.getFirst()),
                    plain(prices.stream().reduce(BigDecimal::max).orElseThrow()),
                    plain(prices.stream().reduce(BigDecimal::min).orElseThrow()),
                    plain(prices.getLast()),
                    plain(volume),
                    plain(turnover.divide(volume, decimals, RoundingMode.HALF_UP)),
                    trades.size());
        }

        private static BigDecimal sum(Stream<BigDecimal> parts) {
            return parts.reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        /// What the server says of a bar.
        public static Figures of(JsonObject candle) {
            return new Figures(
                    Instant.parse(candle.getString("start")),
                    plain(decimal(candle, "open")),
                    plain(decimal(candle, "high")),
                    plain(decimal(candle, "low")),
                    plain(decimal(candle, "close")),
                    plain(decimal(candle, "volume")),
                    plain(decimal(candle, "vwap")),
                    candle.getJsonNumber("trades").longValueExact());
        }

        static BigDecimal decimal(JsonObject object, String name) {
            return object.getJsonNumber(name).bigDecimalValue();
        }

        private static String plain(BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
    }
}
